alter table payment_intent add key payment_intent_order (order_id);
