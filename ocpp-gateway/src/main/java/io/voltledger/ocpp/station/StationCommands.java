package io.voltledger.ocpp.station;

import io.voltledger.runtime.Context;
import io.voltledger.runtime.Rejections;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Sends commands on behalf of stations. A command that returned is durable; one that failed may be sent again, since every
 * handler is safe to run twice.
 */
public final class StationCommands {

    private static final CrowdLog LOG = new CrowdLog(LoggerFactory.getLogger(StationCommands.class));
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final CommandGateway commands;
    private final Executor dispatcher;
    private final Duration commandTimeout;
    private final Duration factPatience;

    /**
     * @param dispatcher runs the sending itself, which must not hold up a network thread
     * @param commandTimeout how long one attempt may take
     * @param factPatience for how long a fact is tried again before the station is left without an answer
     */
    public StationCommands(
            CommandGateway commands, Executor dispatcher, Duration commandTimeout, Duration factPatience) {
        this.commands = commands;
        this.dispatcher = dispatcher;
        this.commandTimeout = commandTimeout;
        this.factPatience = factPatience;
    }

    /** Sends once what the station may ask again by itself. */
    public <R extends @Nullable Object> CompletableFuture<R> send(Object command, StationCall cause) {
        return attempt(Context.command(command, cause.actor(), cause.receipt().messageId()));
    }

    /** Sends once what no frame caused. */
    public <R extends @Nullable Object> CompletableFuture<R> send(Object command, String actor) {
        return attempt(Context.command(command, actor));
    }

    /** Sends a fact that must not be lost, again and again for a while; then fails with {@link NotRecorded}. */
    public <R extends @Nullable Object> CompletableFuture<R> record(Object command, StationCall cause) {
        CompletableFuture<R> recorded = new CompletableFuture<>();
        String actor = cause.actor();
        String frame = cause.receipt().messageId();
        retry(command, () -> Context.command(command, actor, frame), recorded, new Patience(factPatience, FIRST_PAUSE));
        return recorded;
    }

    /** Sends until it is recorded or refused, for as long as the gateway runs. */
    public CompletableFuture<@Nullable Object> persist(Object command, String actor) {
        CompletableFuture<@Nullable Object> recorded = new CompletableFuture<>();
        retry(command, () -> Context.command(command, actor), recorded, Patience.endless(FIRST_PAUSE));
        return recorded;
    }

    private <R extends @Nullable Object> CompletableFuture<R> attempt(CommandMessage<?> command) {
        return CompletableFuture.supplyAsync(() -> commands.<R>send(command), dispatcher)
                .thenCompose(sent -> sent.copy().orTimeout(commandTimeout.toMillis(), TimeUnit.MILLISECONDS));
    }

    private <R extends @Nullable Object> void retry(
            Object command, MessageSource message, CompletableFuture<R> recorded, Patience patience) {
        CompletableFuture<R> sent = attempt(message.next());
        sent.whenComplete((result, failure) -> {
            if (failure == null) {
                recorded.complete(result);
            } else if (Rejections.of(failure).isPresent()) {
                recorded.completeExceptionally(unwrapped(failure));
            } else if (patience.isOver()) {
                LOG.warn(command.getClass().getSimpleName() + " is not recorded for now", unwrapped(failure));
                recorded.completeExceptionally(new NotRecorded(unwrapped(failure)));
            } else {
                LOG.warn(command.getClass().getSimpleName() + " is not recorded yet, trying again", unwrapped(failure));
                CompletableFuture.delayedExecutor(patience.pause().toMillis(), TimeUnit.MILLISECONDS, dispatcher)
                        .execute(() -> retry(command, message, recorded, patience.longer()));
            }
        });
    }

    private static Throwable unwrapped(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof CompletionException && cause != null ? cause : failure;
    }

    private interface MessageSource {
        CommandMessage<?> next();
    }

    private record Patience(long endNanos, boolean ends, Duration pause) {

        Patience(Duration patience, Duration pause) {
            this(System.nanoTime() + patience.toNanos(), true, pause);
        }

        static Patience endless(Duration pause) {
            return new Patience(0, false, pause);
        }

        boolean isOver() {
            return ends && System.nanoTime() - endNanos + pause.toNanos() > 0;
        }

        Patience longer() {
            Duration doubled = pause.multipliedBy(2);
            return new Patience(endNanos, ends, doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled);
        }
    }
}
