package io.voltledger.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.Registration;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.Test;

class LocalFirstCommandBusTest {

    private record Ask(String what) {}

    private static final String NAME = Ask.class.getName();

    private final List<String> handled = new ArrayList<>();
    private final LocalSegment here = new LocalSegment(SimpleCommandBus.builder());
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
        here.subscribe(NAME, message -> handled.add("here"));

        DefaultUnitOfWork.startAndGet(command).execute(() -> bus.dispatch(command));

        assertThat(handled).containsExactly("everywhere");
    }
}
