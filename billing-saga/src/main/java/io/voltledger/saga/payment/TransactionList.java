package io.voltledger.saga.payment;

import java.util.List;

/** The provider's own list of what moved, whole or not at all. */
public sealed interface TransactionList {

    /** @param transactions in the order of time */
    record Listed(List<ProviderTransaction> transactions) implements TransactionList {

        public Listed {
            transactions = List.copyOf(transactions);
        }
    }

    record Unavailable(String cause) implements TransactionList {}
}
