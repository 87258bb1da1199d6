create table top_up (
    top_up_id    varchar(120) not null,
    member_id    varchar(64)  not null,
    amount       bigint       not null,
    currency     char(3)      not null,
    order_id     varchar(64)  not null,
    state        varchar(24)  not null,
    problem      varchar(1000),
    provider_key varchar(200),
    requested_at datetime(6)  not null,
    updated_at   datetime(6)  not null,
    primary key (top_up_id),
    key top_up_list (requested_at, top_up_id),
    key top_up_of_member (member_id, requested_at)
) character set utf8mb4 collate utf8mb4_bin;

create table wallet_closing (
    member_id varchar(64)  not null,
    reason    varchar(500) not null,
    closed_by varchar(64)  not null,
    closed_at datetime(6)  not null,
    primary key (member_id)
) character set utf8mb4 collate utf8mb4_bin;
