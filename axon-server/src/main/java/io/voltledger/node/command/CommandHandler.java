package io.voltledger.node.command;

import io.voltledger.node.wire.Outbox;
import java.util.function.Consumer;

/** One connected application's stream of commands. */
final class CommandHandler {

    private final String clientId;
    private final Outbox<PendingCommand> outbox;

    /** @param refused gets what waited for too long to be handled */
    CommandHandler(String clientId, Consumer<RoutedCommand> sender, Consumer<PendingCommand> refused) {
        this.clientId = clientId;
        outbox = new Outbox<>(
                pending -> {
                    pending.assign(this);
                    sender.accept(pending.command());
                },
                refused);
    }

    String clientId() {
        return clientId;
    }

    Outbox<PendingCommand> outbox() {
        return outbox;
    }
}
