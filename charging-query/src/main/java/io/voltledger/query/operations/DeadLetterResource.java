package io.voltledger.query.operations;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.voltledger.api.operations.DeadLetterId;
import io.voltledger.api.operations.OperationsQuery.DeadLetterPage;
import io.voltledger.query.web.Paging;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What cannot go on by itself, over REST. */
@RestController
@RequestMapping("/api/operations/dead-letters")
@Tag(name = "Operations")
class DeadLetterResource {

    /** @param reason why it need not be done */
    record Discard(@NotBlank @Size(max = 500) String reason) {}

    private final DeadLetters letters;

    DeadLetterResource(DeadLetters letters) {
        this.letters = letters;
    }

    @GetMapping
    @Operation(summary = "Lists what cannot go on by itself, newest first")
    DeadLetterPage list(@ParameterObject Paging paging) {
        return letters.list(paging.byTime());
    }

    @PostMapping("/{id}/redrive")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Tries it again")
    void redrive(@PathVariable String id) {
        letters.redrive(DeadLetterId.parse(id));
    }

    @PostMapping("/{id}/discard")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Closes it without doing it")
    void discard(@PathVariable String id, @Valid @RequestBody Discard discard) {
        letters.discard(DeadLetterId.parse(id), discard.reason());
    }
}
