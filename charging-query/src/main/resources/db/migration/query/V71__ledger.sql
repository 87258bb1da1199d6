-- The books: what each fact debits (positive) and credits (negative). Rows are only ever added.

create table ledger_posting (
    position  bigint       not null,
    line      int          not null,
    event_id  varchar(64)  not null,
    type      varchar(64)  not null,
    reference varchar(190) not null,
    bill_id   varchar(160),
    account   varchar(160) not null,
    amount    bigint       not null,
    currency  char(3)      not null,
    at        datetime(6)  not null,
    primary key (position, line),
    key ledger_posting_of_account (account, currency, position, amount),
    key ledger_posting_of_bill (bill_id, position)
) character set utf8mb4 collate utf8mb4_bin;

create table ledger_bill (
    bill_id   varchar(160) not null,
    member_id varchar(64)  not null,
    primary key (bill_id)
) character set utf8mb4 collate utf8mb4_bin;
