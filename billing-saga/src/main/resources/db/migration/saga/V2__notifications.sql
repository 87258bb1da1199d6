create table member_contact (
    member_id  varchar(64)  not null,
    email      varchar(320) not null,
    locale     varchar(20)  not null,
    updated_at datetime(6)  not null,
    primary key (member_id)
);

create table handled_integration_event (
    consumer   varchar(64) not null,
    event_id   varchar(64) not null,
    handled_at datetime(6) not null,
    primary key (consumer, event_id)
);

create table notification_outbox (
    notification_id varchar(255)  not null,
    member_id       varchar(64)   not null,
    template        varchar(64)   not null,
    facts           longtext      not null,
    state           varchar(10)   not null,
    attempts        int           not null default 0,
    next_at         datetime(6)   not null,
    lease_until     datetime(6),
    owner           varchar(64),
    last_error      varchar(1000),
    created_at      datetime(6)   not null,
    primary key (notification_id),
    key notification_outbox_due (state, next_at)
);
