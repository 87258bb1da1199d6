create table reconciliation_run (
    id          bigint      not null auto_increment,
    day         date        not null,
    matched     int         not null,
    differences int         not null,
    ended_at    datetime(6) not null,
    primary key (id)
);

create table reconciliation_case (
    number      bigint       not null auto_increment,
    case_id     varchar(64)  not null,
    day         date         not null,
    kind        varchar(32)  not null,
    subject     varchar(200) not null,
    bill_id     varchar(160),
    provider    bigint,
    books       bigint,
    currency    char(3)      not null,
    found_at    datetime(6)  not null,
    resolved_by varchar(64),
    reason      varchar(500),
    resolved_at datetime(6),
    primary key (number),
    unique key reconciliation_case_id (case_id)
);
