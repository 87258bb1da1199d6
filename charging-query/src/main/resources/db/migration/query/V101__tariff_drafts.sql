create table tariff_draft (
    tariff_id  varchar(64) not null,
    content    mediumtext  not null,
    drafted_at datetime(6) not null,
    primary key (tariff_id)
) character set utf8mb4 collate utf8mb4_bin;

create index bill_credit_list on bill_credit (issued_at, bill_id, credit_id);
