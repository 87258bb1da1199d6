package io.voltledger.runtime;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.commandhandling.gateway.RetryScheduler;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * Sends a command again where another writer was faster (Axon Server's 2000, which reaches the framework as a raw gRPC
 * status or as text) or where no handler is there for the moment. Any other failure is the sender's to deal with.
 */
final class ConflictRetry implements RetryScheduler, AutoCloseable {

    static final int ATTEMPTS = 8;
    private static final int FIRST_DELAY_MILLIS = 20;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("command-retry").factory());

    @Override
    @SuppressWarnings("rawtypes") // as the framework declares it
    public boolean scheduleRetry(
            CommandMessage command,
            RuntimeException lastFailure,
            List<Class<? extends Throwable>[]> failures,
            Runnable dispatch) {
        if (failures.size() >= ATTEMPTS || !isTransient(lastFailure)) {
            return false;
        }
        long ceiling = (long) FIRST_DELAY_MILLIS << Math.min(failures.size(), ATTEMPTS);
        long delay = ThreadLocalRandom.current().nextLong(ceiling / 2, ceiling + 1);
        var unused = timer.schedule(dispatch, delay, TimeUnit.MILLISECONDS);
        return true;
    }

    static boolean isTransient(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (isConflict(cause) || cause instanceof NoHandlerForCommandException) {
                return true;
            }
        }
        return false;
    }

    private static boolean isConflict(Throwable cause) {
        return cause instanceof ConcurrencyException
                || (cause instanceof StatusRuntimeException status
                        && status.getStatus().getCode() == Status.Code.OUT_OF_RANGE)
                || String.valueOf(cause.getMessage()).contains("AXONIQ-2000");
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
