create table refund (
    refund_id    varchar(190) not null,
    bill_id      varchar(160) not null,
    member_id    varchar(64)  not null,
    amount       bigint       not null,
    currency     char(3)      not null,
    state        varchar(24)  not null,
    reason       varchar(500) not null,
    requested_by varchar(64)  not null,
    decided_by   varchar(64),
    problem      varchar(1000),
    requested_at datetime(6)  not null,
    updated_at   datetime(6)  not null,
    primary key (refund_id),
    key refund_list (requested_at, refund_id),
    key refund_of_bill (bill_id, requested_at)
) character set utf8mb4 collate utf8mb4_bin;

create table refund_part (
    refund_id    varchar(190) not null,
    part         int          not null,
    source       varchar(16)  not null,
    reference    varchar(190) not null,
    provider_key varchar(200),
    amount       bigint       not null,
    returned_at  datetime(6),
    primary key (refund_id, part)
) character set utf8mb4 collate utf8mb4_bin;
