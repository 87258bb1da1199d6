package io.voltledger.node.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.axoniq.axonserver.grpc.command.Command;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandRouterTest {

    private long now;
    private final CommandRouter router = new CommandRouter(() -> now);
    private final List<String> handled = new ArrayList<>();
    private final List<String> answered = new ArrayList<>();
    private final CommandHandler handler =
            new CommandHandler("handler", command -> handled.add(command.id()), router::refuse);

    @Test
    void refusesWhatWaitedForTooLongAndHandlesWhatCameSince() {
        router.subscribe(handler, "Start", 100);
        dispatch("first");
        now += Duration.ofSeconds(4).toNanos();
        dispatch("second");
        now += Duration.ofSeconds(2).toNanos();
        handler.outbox().permit(1);

        assertThat(handled).containsExactly("second");
        assertThat(answered).containsExactly("first");
    }

    private void dispatch(String id) {
        byte[] command = Command.newBuilder()
                .setMessageIdentifier(id)
                .setName("Start")
                .build()
                .toByteArray();
        router.dispatch(RoutedCommand.parse(command), answer -> answered.add(answer.request()));
    }
}
