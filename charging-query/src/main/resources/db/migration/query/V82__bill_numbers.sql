alter table bill add column number varchar(64) null;
create table bill_credit (
    bill_id     varchar(160) not null,
    credit_id   varchar(64)  not null,
    number      varchar(64)  null,
    reason      varchar(255) not null,
    currency    char(3)      not null,
    net         bigint       not null,
    vat         bigint       not null,
    gross       bigint       not null,
    issued_at   datetime(6)  not null,
    primary key (bill_id, credit_id)
);
