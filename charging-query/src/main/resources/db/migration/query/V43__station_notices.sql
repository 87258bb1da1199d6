-- What stations let the platform know of themselves, and the certificates that they ask for.

create table station_notice (
    event_id     varchar(64)  not null,
    station_id   varchar(64)  not null,
    kind         varchar(32)  not null,
    word         text         not null,
    request_id   int,
    detail       mediumtext,
    station_time datetime(6),
    received_at  datetime(6)  not null,
    primary key (event_id),
    key station_notice_list (station_id, received_at, event_id)
) character set utf8mb4 collate utf8mb4_bin;

create table certificate_request (
    request_id        varchar(128) not null,
    station_id        varchar(64)  not null,
    state             varchar(16)  not null,
    csr               text         not null,
    certificate_chain mediumtext,
    sent_by           varchar(64),
    reason            text,
    requested_at      datetime(6)  not null,
    decided_at        datetime(6),
    primary key (request_id),
    key certificate_request_list (requested_at, request_id)
) character set utf8mb4 collate utf8mb4_bin;
