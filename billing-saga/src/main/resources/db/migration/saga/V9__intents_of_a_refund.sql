-- Settling a refund by hand asks whether the provider is being called for it.
create index payment_intent_of_refund on payment_intent (refund_id);
