package io.voltledger.saga.payment;

import io.voltledger.api.Rejection;
import io.voltledger.runtime.Context;
import io.voltledger.runtime.Rejections;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells the payment what the provider said; returns once that is durable. */
@Component
class PaymentReports {

    private static final Logger LOG = LoggerFactory.getLogger(PaymentReports.class);
    private static final int TIMEOUT_SECONDS = 20;

    private final CommandGateway commands;

    PaymentReports(CommandGateway commands) {
        this.commands = commands;
    }

    void send(Object command) {
        try {
            commands.sendAndWait(Context.command(command, "worker:payment"), TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (RuntimeException failure) {
            Rejection rejection = Rejections.of(failure).orElseThrow(() -> failure);
            LOG.warn("{} was refused: {}", command, rejection);
        }
    }
}
