-- Who works on a case, and what became of it.
alter table reconciliation_case add column assignee varchar(64);

create table reconciliation_history (
    number   bigint       not null auto_increment,
    case_id  varchar(64)  not null,
    what     varchar(16)  not null,
    note     varchar(64),
    by_whom  varchar(64),
    text     varchar(1000),
    provider bigint,
    books    bigint,
    currency char(3)      not null,
    at       datetime(6)  not null,
    primary key (number),
    unique key reconciliation_history_note (case_id, note)
);

insert into reconciliation_history (case_id, what, provider, books, currency, at)
    select case_id, 'FOUND', provider, books, currency, found_at from reconciliation_case order by number;
insert into reconciliation_history (case_id, what, by_whom, text, currency, at)
    select case_id, 'RESOLVED', resolved_by, reason, currency, resolved_at from reconciliation_case
    where resolved_at is not null order by number;
