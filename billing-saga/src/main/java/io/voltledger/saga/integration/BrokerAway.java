package io.voltledger.saga.integration;

import org.axonframework.common.AxonTransientException;

/** Kafka does not answer, or cannot take anything just now: no fact is to blame, and all wait for it. */
class BrokerAway extends AxonTransientException {

    private static final long serialVersionUID = 1L;

    BrokerAway(String message, Throwable cause) {
        super(message, cause);
    }
}
