package io.voltledger.query.audit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.voltledger.api.audit.AuditQuery.AuditPage;
import io.voltledger.api.audit.AuditQuery.ListSessionEvents;
import io.voltledger.api.session.SessionId;
import io.voltledger.query.web.Paging;
import io.voltledger.query.web.Questions;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The recorded history over REST. */
@RestController
@RequestMapping("/api/audit")
@Tag(name = "Audit")
class AuditResource {

    private final Questions questions;

    AuditResource(Questions questions) {
        this.questions = questions;
    }

    @GetMapping("/sessions/{id}/events")
    @Operation(
            summary = "The whole history of a session in the order of the event store",
            description = "Its own events and those of its bill, payments, holds, token restriction and notifications,"
                    + " with the facts exactly as stored.")
    AuditEvents events(@PathVariable SessionId id, @ParameterObject Paging paging) {
        AuditPage page = questions.answer(new ListSessionEvents(id, paging.byPosition()), AuditPage.class);
        return AuditEvents.of(page);
    }
}
