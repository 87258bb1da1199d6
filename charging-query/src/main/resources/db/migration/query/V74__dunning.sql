create table dunning (
    bill_id     varchar(160) not null,
    session_id  varchar(128) not null,
    member_id   varchar(64)  not null,
    stage       varchar(16)  not null,
    outstanding bigint       not null,
    currency    char(3)      not null,
    overdue_at  datetime(6)  not null,
    since       datetime(6)  not null,
    primary key (bill_id),
    key dunning_list (overdue_at, bill_id),
    key dunning_of_member (member_id, overdue_at)
) character set utf8mb4 collate utf8mb4_bin;
