package io.voltledger.command.session;

import io.voltledger.api.session.SessionCommand;
import io.voltledger.api.session.SessionEvent;
import io.voltledger.api.session.SessionEvent.EnergyMetered;
import io.voltledger.api.session.SessionEvent.SessionStopped;
import io.voltledger.command.Decision;
import java.util.ArrayList;
import java.util.List;

/** Tells a session what a station says, one command after the other, and keeps what it decided. */
final class SessionStory {

    private final Surroundings surroundings;
    private final List<SessionEvent> events = new ArrayList<>();
    private SessionFacts facts = SessionFacts.NONE;

    SessionStory(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    static SessionStory of(SessionCommand... commands) {
        SessionStory story = new SessionStory(SessionSamples.surroundings(SessionSamples.ACCEPTED));
        for (SessionCommand command : commands) {
            story.tell(command);
        }
        return story;
    }

    List<SessionEvent> tell(SessionCommand command) {
        return switch (SessionDecider.decide(command, facts, surroundings)) {
            case Decision.Refused<SessionEvent> refused ->
                throw new AssertionError("a fact was refused: " + refused.rejection());
            case Decision.Accepted<SessionEvent> accepted -> {
                accepted.events().forEach(event -> facts = SessionDecider.evolve(facts, event));
                events.addAll(accepted.events());
                yield accepted.events();
            }
        };
    }

    /** Its stream so far. */
    List<SessionEvent> events() {
        return List.copyOf(events);
    }

    SessionFacts facts() {
        return facts;
    }

    EnergyMetered lastMetered() {
        return (EnergyMetered) events.stream()
                .filter(EnergyMetered.class::isInstance)
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    SessionStopped stopped() {
        return (SessionStopped) events.stream()
                .filter(SessionStopped.class::isInstance)
                .reduce((first, second) -> second)
                .orElseThrow();
    }
}
