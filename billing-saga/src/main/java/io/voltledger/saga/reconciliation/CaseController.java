package io.voltledger.saga.reconciliation;

import io.voltledger.runtime.operator.ByWhom;
import io.voltledger.runtime.operator.SignedIn;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a person does about a case, over REST. */
@RestController
@RequestMapping("/api/reconciliation/cases/{id}")
@ResponseStatus(HttpStatus.NO_CONTENT)
class CaseController {

    private final CaseWork work;

    CaseController(CaseWork work) {
        this.work = work;
    }

    record Assignment(@ByWhom @Size(max = 64) @Nullable String by) {}

    record Note(
            @ByWhom @Size(max = 64) @Nullable String by,
            @NotBlank @Size(max = 1000) String text) {}

    /** @param by who resolved it, and why it is right so */
    record Resolution(
            @ByWhom @Size(max = 64) @Nullable String by,
            @NotBlank @Size(max = 500) String reason) {}

    @PutMapping("/assignee")
    void take(@PathVariable String id, @Valid @RequestBody Assignment assignment) {
        work.take(id, SignedIn.nameOr(assignment.by()));
    }

    /** The key is the writer's own: sent again it is the same note. */
    @PutMapping("/notes/{key}")
    void note(@PathVariable String id, @PathVariable @Size(max = 64) String key, @Valid @RequestBody Note note) {
        work.note(id, key, SignedIn.nameOr(note.by()), note.text());
    }

    @PostMapping("/resolution")
    void resolve(@PathVariable String id, @Valid @RequestBody Resolution resolution) {
        work.resolve(id, SignedIn.nameOr(resolution.by()), resolution.reason());
    }
}
