package io.voltledger.node.command;

import io.voltledger.node.wire.Outbox;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A command on its way: queued or in flight, answered exactly once. */
final class PendingCommand implements Outbox.Item {

    private final RoutedCommand command;
    private final Consumer<Reply> dispatcher;
    private final BooleanSupplier stale;
    private final AtomicBoolean answered = new AtomicBoolean();
    private volatile @Nullable CommandHandler handler;

    /** @param stale whether it has waited for too long by now */
    PendingCommand(RoutedCommand command, Consumer<Reply> dispatcher, BooleanSupplier stale) {
        this.command = command;
        this.dispatcher = dispatcher;
        this.stale = stale;
    }

    RoutedCommand command() {
        return command;
    }

    /** It is being sent; from now on only this handler can answer it. */
    void assign(CommandHandler to) {
        handler = to;
    }

    boolean isAt(CommandHandler candidate) {
        return handler == candidate;
    }

    void answer(Reply reply) {
        if (answered.compareAndSet(false, true)) {
            dispatcher.accept(reply);
        }
    }

    @Override
    public long priority() {
        return command.priority();
    }

    @Override
    public boolean isStale() {
        return stale.getAsBoolean();
    }
}
