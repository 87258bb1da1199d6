package io.voltledger.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import io.grpc.Status;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConflictRetryTest {

    private static final CommandMessage<String> COMMAND = GenericCommandMessage.asCommandMessage("command");

    private final ConflictRetry retry = new ConflictRetry();
    private final AtomicInteger dispatched = new AtomicInteger();

    @AfterEach
    void end() {
        retry.close();
    }

    @Test
    void sendsAgainWhenAnotherWriterWasFaster() {
        assertThat(after(Status.OUT_OF_RANGE
                        .withDescription("[AXONIQ-2000] Invalid sequence number")
                        .asRuntimeException()))
                .isTrue();
        await().untilAtomic(dispatched, is(1));
    }

    @Test
    void sendsAgainWhenARemoteHandlerMetAConflict() {
        assertThat(after(new CommandExecutionException("OUT_OF_RANGE: [AXONIQ-2000] Invalid sequence number 4", null)))
                .isTrue();
    }

    @Test
    void sendsAgainWhileNoHandlerIsThere() {
        assertThat(after(new NoHandlerForCommandException("No Handler for command: X")))
                .isTrue();
    }

    @Test
    void leavesARefusalToTheSender() {
        assertThat(after(new CommandRejected("station-offline", "CP-1 is offline")))
                .isFalse();
    }

    @Test
    void givesUpAfterSomeAttempts() {
        assertThat(retry.scheduleRetry(
                        COMMAND,
                        new NoHandlerForCommandException("No Handler for command: X"),
                        new ArrayList<>(Collections.nCopies(ConflictRetry.ATTEMPTS, null)),
                        dispatched::incrementAndGet))
                .isFalse();
    }

    private boolean after(RuntimeException failure) {
        return retry.scheduleRetry(COMMAND, failure, List.of(), dispatched::incrementAndGet);
    }
}
