package io.voltledger.command;

import io.voltledger.api.payment.ProviderCallCommand;
import io.voltledger.api.payment.ProviderCallCommand.HoldCallsBack;
import io.voltledger.runtime.CommandRejected;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.commandhandling.CommandHandler;

/** In place of the processes: the calls that give money back at the provider, as far as one is under way. */
class ProviderCalls {

    private final Set<String> underWay = ConcurrentHashMap.newKeySet();

    void begin(String of) {
        underWay.add(of);
    }

    void end(String of) {
        underWay.remove(of);
    }

    @CommandHandler
    void handle(HoldCallsBack command) {
        if (underWay.contains(command.of())) {
            throw new CommandRejected(ProviderCallCommand.UNDER_WAY, "Try again after 2026-11-21T02:01:30Z");
        }
    }
}
