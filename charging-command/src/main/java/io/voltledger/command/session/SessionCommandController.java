package io.voltledger.command.session;

import io.voltledger.api.session.SessionCommand.CloseSession;
import io.voltledger.api.session.SessionId;
import io.voltledger.command.Operators;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What operators ask of sessions. */
@RestController
@RequestMapping("/api/sessions")
class SessionCommandController {

    private static final String OTHER = "Other";

    private final Operators operators;
    private final Clock clock;

    SessionCommandController(Operators operators, Clock clock) {
        this.operators = operators;
        this.clock = clock;
    }

    /** @param reason in OCPP's words; {@code Other} where absent */
    record Closing(@Nullable @Size(min = 1, max = 50) String reason) {}

    /** Ends a session whose stop will not come. */
    @PostMapping("/{session}/close")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void close(@PathVariable String session, @Valid @RequestBody(required = false) @Nullable Closing closing) {
        SessionId id = new SessionId(session);
        String reason = Optional.ofNullable(closing).map(Closing::reason).orElse(OTHER);
        operators.send(new CloseSession(id, id.station(), reason, clock.instant()));
    }
}
