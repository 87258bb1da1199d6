-- Read models. Everything here can be rebuilt from the event store; times are UTC, money is in minor units, energy in Wh.

create table charge_point (
    station_id       varchar(64)  not null,
    name             varchar(255) not null,
    zone             varchar(64)  not null,
    tariff_id        varchar(64),
    registered_at    datetime(6)  not null,
    online           boolean      not null default false,
    node             varchar(255),
    connection_id    varchar(255),
    protocol         varchar(64),
    vendor           varchar(255),
    model            varchar(255),
    serial_number    varchar(255),
    firmware_version varchar(255),
    booted_at        datetime(6),
    connected_at     datetime(6),
    disconnected_at  datetime(6),
    last_seen_at     datetime(6),
    primary key (station_id)
) character set utf8mb4 collate utf8mb4_bin;

create table connector (
    station_id        varchar(64)  not null,
    connector_id      int          not null,
    status            varchar(32)  not null,
    reported          varchar(255) not null,
    error_code        varchar(255),
    info              text,
    vendor_error_code varchar(255),
    since             datetime(6)  not null,
    primary key (station_id, connector_id)
) character set utf8mb4 collate utf8mb4_bin;

create table station_command (
    command_id    varchar(64)  not null,
    station_id    varchar(64)  not null,
    action        varchar(255) not null,
    payload       mediumtext   not null,
    dispatched_at datetime(6)  not null,
    outcome       varchar(32),
    answer        mediumtext,
    ended_at      datetime(6),
    primary key (command_id),
    key station_command_list (dispatched_at, command_id),
    key station_command_of_station (station_id, dispatched_at, command_id)
) character set utf8mb4 collate utf8mb4_bin;

create table session (
    session_id     varchar(128)  not null,
    station_id     varchar(64)   not null,
    connector_id   int           not null,
    token_id       varchar(64),
    member_id      varchar(64),
    authorization  varchar(32)   not null,
    state          varchar(16)   not null,
    charging       varchar(32),
    energy_wh      decimal(18, 3) not null default 0,
    power_w        decimal(18, 3),
    cost           bigint,
    cost_currency  char(3),
    meter_start_wh decimal(18, 3),
    meter_stop_wh  decimal(18, 3),
    started_at     datetime(6)   not null,
    stopped_at     datetime(6),
    stop_reason    varchar(255),
    tariff_id      varchar(64),
    tariff_version int,
    orphan         boolean       not null,
    updated_at     datetime(6)   not null,
    primary key (session_id),
    key session_list (started_at, session_id),
    key session_of_station (station_id, started_at, session_id),
    key session_of_member (member_id, started_at, session_id),
    key session_of_token (token_id, started_at, session_id),
    key session_in_state (state, started_at, session_id)
) character set utf8mb4 collate utf8mb4_bin;

create table session_anomaly (
    session_id varchar(128) not null,
    event_id   varchar(64)  not null,
    line       int          not null,
    code       varchar(64)  not null,
    detail     text         not null,
    at         datetime(6)  not null,
    primary key (session_id, event_id, line)
) character set utf8mb4 collate utf8mb4_bin;

create table session_review (
    session_id varchar(128)  not null,
    line       int           not null,
    reason     text          not null,
    primary key (session_id, line)
) character set utf8mb4 collate utf8mb4_bin;

create table session_reading (
    session_id    varchar(128)   not null,
    at            datetime(6)    not null,
    energy_wh     decimal(18, 3) not null,
    power_w       decimal(18, 3),
    cost          bigint,
    cost_currency char(3),
    primary key (session_id, at)
) character set utf8mb4 collate utf8mb4_bin;

create table bill (
    bill_id        varchar(160) not null,
    session_id     varchar(128) not null,
    member_id      varchar(64),
    token_id       varchar(64),
    state          varchar(16)  not null,
    tariff_id      varchar(64),
    tariff_version int,
    currency       char(3),
    net            bigint,
    vat            bigint,
    gross          bigint,
    outstanding    bigint,
    created_at     datetime(6)  not null,
    paid_at        datetime(6),
    overdue_at     datetime(6),
    primary key (bill_id),
    key bill_list (created_at, bill_id),
    key bill_of_session (session_id),
    key bill_of_member (member_id, created_at, bill_id),
    key bill_in_state (state, created_at, bill_id)
) character set utf8mb4 collate utf8mb4_bin;

create table bill_line (
    bill_id    varchar(160)   not null,
    line       int            not null,
    kind       varchar(32)    not null,
    quantity   decimal(24, 9) not null,
    unit       varchar(32)    not null,
    unit_price decimal(24, 9),
    vat_rate   decimal(12, 6),
    currency   char(3)        not null,
    net        bigint         not null,
    vat        bigint         not null,
    gross      bigint         not null,
    primary key (bill_id, line)
) character set utf8mb4 collate utf8mb4_bin;

create table bill_reason (
    bill_id varchar(160) not null,
    line    int          not null,
    reason  text         not null,
    primary key (bill_id, line)
) character set utf8mb4 collate utf8mb4_bin;

create table bill_payment (
    bill_id    varchar(160) not null,
    source     varchar(16)  not null,
    reference  varchar(180) not null,
    amount     bigint       not null,
    currency   char(3)      not null,
    applied_at datetime(6)  not null,
    primary key (bill_id, source, reference)
) character set utf8mb4 collate utf8mb4_bin;

create table payment (
    payment_id   varchar(180) not null,
    bill_id      varchar(160) not null,
    session_id   varchar(128) not null,
    member_id    varchar(64)  not null,
    method_id    varchar(64),
    amount       bigint       not null,
    currency     char(3)      not null,
    attempt      int          not null,
    order_id     varchar(64)  not null,
    state        varchar(16)  not null,
    code         varchar(255),
    detail       text,
    provider_key varchar(255),
    requested_at datetime(6)  not null,
    updated_at   datetime(6)  not null,
    primary key (payment_id),
    key payment_list (requested_at, payment_id),
    key payment_of_bill (bill_id, requested_at, payment_id),
    key payment_of_session (session_id, attempt),
    key payment_of_member (member_id, requested_at, payment_id),
    key payment_in_state (state, requested_at, payment_id)
) character set utf8mb4 collate utf8mb4_bin;

create table payment_method (
    method_id     varchar(64)  not null,
    member_id     varchar(64)  not null,
    issuer        varchar(255) not null,
    masked_number varchar(64)  not null,
    registered_at datetime(6)  not null,
    removed_at    datetime(6),
    primary key (method_id),
    key payment_method_of_member (member_id, method_id)
) character set utf8mb4 collate utf8mb4_bin;

create table wallet (
    member_id  varchar(64) not null,
    currency   char(3)     not null,
    available  bigint      not null,
    held       bigint      not null,
    updated_at datetime(6) not null,
    primary key (member_id)
) character set utf8mb4 collate utf8mb4_bin;

create table wallet_movement (
    member_id   varchar(64)  not null,
    movement_id varchar(200) not null,
    kind        varchar(16)  not null,
    amount      bigint       not null,
    currency    char(3)      not null,
    available   bigint       not null,
    held        bigint       not null,
    source      varchar(16),
    bill_id     varchar(160),
    at          datetime(6)  not null,
    primary key (member_id, movement_id),
    key wallet_movement_list (member_id, at, movement_id)
) character set utf8mb4 collate utf8mb4_bin;

create table notification (
    notification_id varchar(190) not null,
    member_id       varchar(64)  not null,
    template        varchar(64)  not null,
    channel         varchar(32)  not null,
    session_id      varchar(128),
    reference       varchar(190) not null,
    state           varchar(16)  not null,
    cause           text,
    requested_at    datetime(6)  not null,
    ended_at        datetime(6),
    primary key (notification_id),
    key notification_list (requested_at, notification_id),
    key notification_of_member (member_id, requested_at, notification_id),
    key notification_of_session (session_id, requested_at, notification_id),
    key notification_in_state (state, requested_at, notification_id)
) character set utf8mb4 collate utf8mb4_bin;

create table token (
    token_id     varchar(64) not null,
    member_id    varchar(64) not null,
    parent_id    varchar(64),
    expires_at   datetime(6),
    blocked      boolean     not null default false,
    block_reason text,
    issued_at    datetime(6) not null,
    primary key (token_id),
    key token_of_member (member_id, token_id)
) character set utf8mb4 collate utf8mb4_bin;

create table token_restriction (
    token_id      varchar(64)  not null,
    bill_id       varchar(160) not null,
    restricted_at datetime(6)  not null,
    primary key (token_id, bill_id)
) character set utf8mb4 collate utf8mb4_bin;

create table tariff_version (
    tariff_id    varchar(64) not null,
    version      int         not null,
    name         varchar(255) not null,
    content      mediumtext  not null,
    published_at datetime(6) not null,
    primary key (tariff_id, version)
) character set utf8mb4 collate utf8mb4_bin;

create table audit_event (
    position       bigint       not null,
    event_id       varchar(64)  not null,
    session_id     varchar(128) not null,
    type           varchar(128) not null,
    aggregate      varchar(255),
    sequence       bigint,
    timestamp      datetime(6)  not null,
    actor          varchar(255),
    correlation_id varchar(255),
    causation_id   varchar(255),
    frame_id       varchar(255),
    payload        mediumtext   not null,
    primary key (position),
    key audit_event_of_session (session_id, position)
) character set utf8mb4 collate utf8mb4_bin;

-- Later facts of a notification name it only.
create table audit_notification (
    notification_id varchar(190) not null,
    session_id      varchar(128) not null,
    primary key (notification_id)
) character set utf8mb4 collate utf8mb4_bin;
