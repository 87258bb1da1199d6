package io.voltledger.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.common.Registration;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.Test;

class LocalFirstCommandBusTest {

    private record Ask(String what) {}

    private static final String NAME = Ask.class.getName();

    private final List<String> handled = new ArrayList<>();
    private final Callers callers = new Callers();
    private final LocalSegment here = new LocalSegment(SimpleCommandBus.builder(), callers);
    private final SimpleCommandBus everywhere = SimpleCommandBus.builder().build();
    private final LocalFirstCommandBus bus = new LocalFirstCommandBus(here, everywhere);
    private final CommandMessage<Ask> command = GenericCommandMessage.asCommandMessage(new Ask("now"));

    LocalFirstCommandBusTest() {
        everywhere.subscribe(NAME, message -> handled.add("everywhere"));
    }

    @Test
    void prefersTheHandlerOfThisProcess() {
        here.subscribe(NAME, message -> handled.add("here"));

        bus.dispatch(command);

        assertThat(handled).containsExactly("here");
    }

    @Test
    void sendsWhatHasNoHandlerHere() {
        bus.dispatch(command);

        assertThat(handled).containsExactly("everywhere");
    }

    @Test
    void sendsOnceTheHandlerHereHasGone() {
        Registration registration = here.subscribe(NAME, message -> handled.add("here"));
        registration.cancel();

        bus.dispatch(command);

        assertThat(handled).containsExactly("everywhere");
    }

    @Test
    void neverJoinsTheUnitOfWorkOfAnotherMessage() {
        CompletableFuture<String> root = new CompletableFuture<>();
        here.subscribe(NAME, message -> {
            CurrentUnitOfWork.get().afterCommit(work -> root.complete("committed"));
            return null;
        });

        DefaultUnitOfWork.startAndGet(GenericCommandMessage.asCommandMessage(new Ask("first")))
                .execute(() -> {
                    bus.dispatch(command);
                    assertThat(root).succeedsWithin(Duration.ofSeconds(30)).isEqualTo("committed");
                });
    }

    @Test
    void countsWhoWaitsInOtherProcesses() {
        here.subscribe(NAME, message -> callers.waiting());
        FutureCallback<Ask, Integer> own = new FutureCallback<>();
        FutureCallback<Ask, Integer> others = new FutureCallback<>();

        bus.dispatch(command, own);
        here.dispatch(command, others);

        assertThat(own.getResult().getPayload()).isZero();
        assertThat(others.getResult().getPayload()).isOne();
        assertThat(callers.waiting()).isZero();
    }

    @Test
    void answersWhoIsAmidAnotherMessage() {
        here.subscribe(NAME, message -> "done");
        FutureCallback<Ask, String> answer = new FutureCallback<>();

        DefaultUnitOfWork.startAndGet(GenericCommandMessage.asCommandMessage(new Ask("first")))
                .execute(() -> {
                    bus.dispatch(command, answer);
                    assertThat(answer.getResult().getPayload()).isEqualTo("done");
                });
    }
}
