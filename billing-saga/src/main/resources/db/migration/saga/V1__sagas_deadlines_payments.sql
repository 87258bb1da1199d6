create table saga_entry (
    saga_id         varchar(190) not null,
    revision        varchar(64),
    saga_type       varchar(190),
    serialized_saga longblob,
    primary key (saga_id)
);

create table association_value_entry (
    id                bigint       not null auto_increment,
    association_key   varchar(64)  not null,
    association_value varchar(190) not null,
    saga_id           varchar(190) not null,
    saga_type         varchar(190) not null,
    primary key (id),
    key association_lookup (saga_type, association_key, association_value),
    key association_of_saga (saga_id, saga_type)
);

create table scheduled_tasks (
    task_name            varchar(100) not null,
    task_instance        varchar(100) not null,
    task_data            longblob,
    execution_time       timestamp(6) not null default current_timestamp(6),
    picked               boolean      not null,
    picked_by            varchar(50),
    last_success         timestamp(6) null,
    last_failure         timestamp(6) null,
    consecutive_failures int,
    last_heartbeat       timestamp(6) null,
    version              bigint       not null,
    priority             smallint,
    primary key (task_name, task_instance),
    key execution_time_idx (execution_time),
    key last_heartbeat_idx (last_heartbeat)
);

-- Times of our own tables are UTC.
create table payment_intent (
    payment_id      varchar(180) not null,
    kind            varchar(10)  not null,
    bill_id         varchar(160) not null,
    session_id      varchar(128) not null,
    order_id        varchar(64)  not null,
    idempotency_key varchar(300) not null,
    amount          bigint       not null,
    currency        char(3)      not null,
    method_id       varchar(64),
    provider_key    varchar(200),
    abandoned       boolean      not null default false,
    state           varchar(10)  not null,
    attempts        int          not null default 0,
    next_at         datetime(6)  not null,
    lease_until     datetime(6),
    owner           varchar(64),
    last_error      varchar(1000),
    created_at      datetime(6)  not null,
    primary key (payment_id, kind),
    key payment_intent_due (state, next_at)
);

create table payment_credential (
    method_id     varchar(64)    not null,
    member_id     varchar(64)    not null,
    customer_key  varchar(300)   not null,
    billing_key   varbinary(512) not null,
    issuer        varchar(100)   not null,
    masked_number varchar(64)    not null,
    registered_at datetime(6)    not null,
    removed_at    datetime(6),
    primary key (method_id),
    key payment_credential_member (member_id, registered_at)
);

create table payment_incident (
    id          bigint        not null auto_increment,
    subject     varchar(190)  not null,
    kind        varchar(64)   not null,
    detail      varchar(2000) not null,
    occurred_at datetime(6)   not null,
    primary key (id)
);
