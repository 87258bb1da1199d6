-- What stations keep: reservations, charging profiles, the version of the local list. And sessions by their transaction.

create table reservation (
    station_id     varchar(64) not null,
    reservation_id int         not null,
    connector_id   int         not null,
    token_id       varchar(64) not null,
    parent_id      varchar(64),
    status         varchar(16) not null,
    expires_at     datetime(6) not null,
    made_at        datetime(6) not null,
    session_id     varchar(128),
    ended_at       datetime(6),
    primary key (station_id, reservation_id),
    key reservation_list (station_id, made_at, reservation_id)
) character set utf8mb4 collate utf8mb4_bin;

create table charging_profile (
    station_id     varchar(64) not null,
    profile_id     int         not null,
    connector_id   int,
    purpose        varchar(32) not null,
    stack_level    int         not null,
    transaction_id varchar(64),
    profile        mediumtext  not null,
    stored_at      datetime(6) not null,
    primary key (station_id, profile_id)
) character set utf8mb4 collate utf8mb4_bin;

create table local_list (
    station_id varchar(64) not null,
    version    int         not null,
    noted_at   datetime(6) not null,
    primary key (station_id)
) character set utf8mb4 collate utf8mb4_bin;

alter table session
    add column transaction_id varchar(64)
        generated always as (substring(session_id, locate(':', session_id) + 1)) stored,
    add key session_of_transaction (transaction_id, started_at, session_id);
