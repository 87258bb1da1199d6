-- Two modules that start at once on an empty database would both write this row, and one of them would fail.
insert into token_entry (processor_name, segment, token, token_type, timestamp)
select '__config', 0,
       concat('{"config":{"id":"', uuid(), '"}}'),
       'org.axonframework.eventhandling.tokenstore.ConfigToken',
       date_format(utc_timestamp(3), '%Y-%m-%dT%H:%i:%s.000Z')
where not exists (select 1 from token_entry where processor_name = '__config');
