package io.voltledger.saga.payment;

import io.voltledger.api.payment.ProviderCallCommand;
import io.voltledger.api.payment.ProviderCallCommand.HoldCallsBack;
import io.voltledger.runtime.CommandRejected;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

/**
 * Sees to it that nothing is given back by the platform while a person says that it went back by hand. A call that is under way
 * may still succeed, so the person waits for it; one that waits is not begun before the settlement can have come here.
 */
@Component
class CallsHeldBack {

    private static final Duration HOLD = Duration.ofMinutes(1);

    private final PaymentIntents intents;
    private final Clock clock;

    CallsHeldBack(PaymentIntents intents, Clock clock) {
        this.intents = intents;
        this.clock = clock;
    }

    @CommandHandler
    void handle(HoldCallsBack command) {
        Instant now = clock.instant();
        intents.holdBack(command.of(), now, now.plus(HOLD)).ifPresent(CallsHeldBack::refuse);
    }

    private static void refuse(Instant until) {
        throw new CommandRejected(
                ProviderCallCommand.UNDER_WAY,
                "The provider is being asked to give the money back at this moment: see what comes of it, and try again after "
                        + until.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1));
    }
}
