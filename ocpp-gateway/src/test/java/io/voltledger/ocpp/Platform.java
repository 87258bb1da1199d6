package io.voltledger.ocpp;

import io.voltledger.api.admission.AdmissionCommand;
import io.voltledger.api.admission.AdmissionCommand.AskTerms;
import io.voltledger.api.admission.AdmissionTerms;
import io.voltledger.api.chargepoint.CertificateRequestCommand;
import io.voltledger.api.chargepoint.ChargePointCommand;
import io.voltledger.api.chargepoint.StationBookCommand;
import io.voltledger.api.chargepoint.StationCommandMessage;
import io.voltledger.api.chargepoint.StationLogCommand;
import io.voltledger.api.session.SessionCommand;
import io.voltledger.api.session.SessionCommand.StartSession;
import io.voltledger.api.session.StartOutcome;
import io.voltledger.api.token.Authorization;
import io.voltledger.api.token.AuthorizationStatus;
import io.voltledger.api.token.TokenCommand;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.jspecify.annotations.Nullable;

/** What stands behind the gateway: writes down every command, and answers, fails or waits as a test says. */
public final class Platform {

    /** Answers a command. */
    public interface Handler {
        @Nullable Object handle(Object command) throws Exception;
    }

    public static final Authorization ACCEPTED = new Authorization(AuthorizationStatus.ACCEPTED, null, null, null);

    private final SimpleCommandBus bus = SimpleCommandBus.builder().build();
    private final List<CommandMessage<?>> recorded = new CopyOnWriteArrayList<>();
    private final Map<Class<?>, Handler> handlers = new ConcurrentHashMap<>();

    public Platform() {
        Stream.of(
                        ChargePointCommand.class,
                        SessionCommand.class,
                        TokenCommand.class,
                        StationLogCommand.class,
                        StationBookCommand.class,
                        CertificateRequestCommand.class,
                        AdmissionCommand.class)
                .flatMap(family -> Stream.of(family.getPermittedSubclasses()))
                .forEach(this::subscribe);
        subscribe(StationCommandMessage.ReportStationAnswer.class);
        on(StartSession.class, command -> new StartOutcome(((StartSession) command).session(), ACCEPTED, false));
        on(AskTerms.class, command -> AdmissionTerms.OPEN);
        on(TokenCommand.AuthorizeToken.class, command -> ACCEPTED);
    }

    private void subscribe(Class<?> type) {
        bus.subscribe(type.getName(), message -> {
            Object answer = handlers.getOrDefault(type, command -> null).handle(message.getPayload());
            recorded.add(message);
            return answer;
        });
    }

    public Platform on(Class<?> type, Handler handler) {
        handlers.put(type, handler);
        return this;
    }

    /** The command fails, as with the store away. */
    public void failing(Class<?> type) {
        on(type, command -> {
            throw new IllegalStateException("the store is away");
        });
    }

    /** The station is not registered. */
    public void unknownStations() {
        on(AskTerms.class, command -> new AdmissionTerms(false, false, null, null, null));
    }

    /** The command waits until the latch is opened. */
    public CountDownLatch holding(Class<?> type) {
        Handler usual = handlers.getOrDefault(type, command -> null);
        CountDownLatch latch = new CountDownLatch(1);
        on(type, command -> {
            latch.await();
            return usual.handle(command);
        });
        return latch;
    }

    public CommandBus bus() {
        return bus;
    }

    public CommandGateway gateway() {
        return DefaultCommandGateway.builder().commandBus(bus).build();
    }

    /** The commands of a type that were recorded, in order. */
    public <C> List<C> recorded(Class<C> type) {
        return recorded.stream()
                .map(CommandMessage::getPayload)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    public <C> C only(Class<C> type) {
        List<C> all = recorded(type);
        if (all.size() != 1) {
            throw new AssertionError("Expected one " + type.getSimpleName() + ", recorded were " + all);
        }
        return all.getFirst();
    }

    public CommandMessage<?> message(Class<?> type) {
        return recorded.stream()
                .filter(message -> type.isInstance(message.getPayload()))
                .findFirst()
                .orElseThrow();
    }
}
