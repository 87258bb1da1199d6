-- An intent of a top-up has its id, top-up/M1~k1, in payment_id, and neither bill nor session.
alter table payment_intent
    modify bill_id    varchar(160) null,
    modify session_id varchar(128) null,
    add column top_up_id varchar(120);
