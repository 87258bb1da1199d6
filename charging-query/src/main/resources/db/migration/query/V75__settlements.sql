-- What a person gave back by hand; approved_by is empty while it waits for a second one.

alter table payment
    add column settlement_way         varchar(16),
    add column settlement_reference   varchar(64),
    add column settlement_reason      varchar(500),
    add column settlement_by          varchar(64),
    add column settlement_approved_by varchar(64);

alter table refund
    add column settlement_way         varchar(16),
    add column settlement_reference   varchar(64),
    add column settlement_reason      varchar(500),
    add column settlement_by          varchar(64),
    add column settlement_approved_by varchar(64);
