-- A difference stays with its case: when it was seen last, and which later movement made up for it.
alter table reconciliation_case
    add column last_seen_on date,
    add column even_since date,
    add column made_up_by varchar(200),
    add key reconciliation_case_of_subject (subject, kind);
update reconciliation_case set last_seen_on = date(found_at);
alter table reconciliation_case modify column last_seen_on date not null;
