-- All that there ever was of one payment or top-up: reconciliation asks for it.
create index ledger_posting_of_reference on ledger_posting (reference, position);
