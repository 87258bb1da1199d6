alter table payment_incident
    add column session_id   varchar(128),
    add column bill_id      varchar(160),
    add column message_type varchar(255),
    add column message      longtext,
    add column attempts     int         not null default 1,
    add column state        varchar(10) not null default 'OPEN',
    add key payment_incident_open (state, occurred_at);

alter table payment_intent add column stopped_at datetime(6);
alter table notification_outbox add column failed_at datetime(6);
