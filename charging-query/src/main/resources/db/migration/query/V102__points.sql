alter table wallet add column points bigint not null default 0;
alter table wallet_movement add column points bigint not null default 0;

create table points_lot (
    member_id  varchar(64)  not null,
    lot_id     varchar(120) not null,
    currency   char(3)      not null,
    granted    bigint       not null,
    remaining  bigint       not null,
    expired    bigint       not null,
    reason     varchar(255) not null,
    granted_by varchar(64)  not null,
    granted_at datetime(6)  not null,
    expires_at datetime(6)  not null,
    expired_at datetime(6),
    primary key (lot_id),
    key points_of_member (member_id, expires_at, lot_id)
) character set utf8mb4 collate utf8mb4_bin;

create table points_movement (
    lot_id      varchar(120) not null,
    movement_id varchar(330) not null,
    amount      bigint       not null,
    primary key (lot_id, movement_id)
) character set utf8mb4 collate utf8mb4_bin;
