-- An intent of kind REFUND has the refund and its part, CP-1:42~goodwill/0, in payment_id.
alter table payment_intent
    add column refund_id   varchar(190),
    add column refund_part int;
