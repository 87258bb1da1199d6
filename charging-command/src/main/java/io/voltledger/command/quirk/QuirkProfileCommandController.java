package io.voltledger.command.quirk;

import io.voltledger.api.quirk.QuirkProfile;
import io.voltledger.api.quirk.QuirkProfileCommand.DraftQuirkProfile;
import io.voltledger.api.quirk.QuirkProfileCommand.PublishQuirkProfile;
import io.voltledger.api.quirk.QuirkProfileId;
import io.voltledger.command.Operators;
import java.time.Clock;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** What operators ask of quirk profiles. */
@RestController
@RequestMapping("/api/quirk-profiles")
class QuirkProfileCommandController {

    private final Operators operators;
    private final Clock clock;

    QuirkProfileCommandController(Operators operators, Clock clock) {
        this.operators = operators;
        this.clock = clock;
    }

    /** @param version that stations get at their next boot */
    record PublishedVersion(String id, int version) {}

    @PutMapping("/{profile}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void draft(@PathVariable String profile, @RequestBody QuirkProfile content) {
        operators.send(new DraftQuirkProfile(new QuirkProfileId(profile), content, clock.instant()));
    }

    @PostMapping("/{profile}/versions")
    ResponseEntity<PublishedVersion> publish(@PathVariable String profile) {
        QuirkProfileId id = new QuirkProfileId(profile);
        Integer version = operators.send(new PublishQuirkProfile(id, clock.instant()));
        return ResponseEntity.created(UriComponentsBuilder.fromPath("/api/quirk-profiles/{id}")
                        .build(id.value()))
                .body(new PublishedVersion(id.value(), Objects.requireNonNull(version)));
    }
}
