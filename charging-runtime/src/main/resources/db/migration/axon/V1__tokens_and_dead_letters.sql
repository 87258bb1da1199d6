create table token_entry (
    processor_name varchar(255) not null,
    segment        int          not null,
    token          longblob,
    token_type     varchar(255),
    timestamp      varchar(64),
    owner          varchar(255),
    primary key (processor_name, segment)
);

create table dead_letter_entry (
    dead_letter_id       varchar(64)   not null,
    processing_group     varchar(190)  not null,
    sequence_identifier  varchar(190)  not null,
    sequence_index       bigint        not null,
    message_type         varchar(255)  not null,
    event_identifier     varchar(64)   not null,
    timestamp            varchar(64)   not null,
    payload_type         varchar(255)  not null,
    payload_revision     varchar(64),
    payload              longblob      not null,
    meta_data            longblob,
    aggregate_type       varchar(255),
    aggregate_identifier varchar(255),
    sequence_number      bigint,
    token_type           varchar(255),
    token                longblob,
    enqueued_at          varchar(64)   not null,
    last_touched         varchar(64),
    processing_started   varchar(64),
    cause_type           varchar(255),
    cause_message        varchar(1023),
    diagnostics          longblob,
    primary key (dead_letter_id),
    unique key dead_letter_sequence (processing_group, sequence_identifier, sequence_index),
    key dead_letter_group (processing_group)
);
