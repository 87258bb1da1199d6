-- Which session a station told of last: its own clock may stand still, or be wrong.
alter table session
    add column opened_at datetime(6),
    add key session_opened (station_id, opened_at);

update session set opened_at = started_at;
