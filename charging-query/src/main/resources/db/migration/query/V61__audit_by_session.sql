-- The audit is read by session only: its rows stand in that order, and need no second index.

alter table audit_event
    drop primary key,
    drop key audit_event_of_session,
    add primary key (session_id, position);
