-- Who may come in as which station: what is demanded, who was refused, who waits.

create table station_security (
    station_id       varchar(64) not null,
    profile          int,
    certificate_name varchar(64),
    password_set_at  datetime(6),
    primary key (station_id)
) character set utf8mb4 collate utf8mb4_bin;

create table pending_station (
    station_id varchar(64)  not null,
    state      varchar(16)  not null,
    address    varchar(64)  not null,
    protocol   varchar(32)  not null,
    reason     text,
    knocked_at datetime(6)  not null,
    decided_at datetime(6),
    primary key (station_id),
    key pending_station_list (knocked_at, station_id)
) character set utf8mb4 collate utf8mb4_bin;

create table refused_handshake (
    event_id   varchar(64) not null,
    station_id varchar(64) not null,
    reason     varchar(32) not null,
    address    varchar(64) not null,
    refused_at datetime(6) not null,
    primary key (event_id),
    key refused_handshake_list (refused_at, event_id),
    key refused_handshake_station (station_id, refused_at, event_id)
) character set utf8mb4 collate utf8mb4_bin;
