package io.voltledger.query.notification;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.notification.NotificationQuery.ListNotifications;
import io.voltledger.api.notification.NotificationQuery.NotificationPage;
import io.voltledger.api.notification.NotificationState;
import io.voltledger.api.session.SessionId;
import io.voltledger.query.web.Paging;
import io.voltledger.query.web.Questions;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Notifications over REST. */
@RestController
@RequestMapping("/api/notifications")
@Tag(name = "Notifications")
class NotificationResource {

    private final Questions questions;

    NotificationResource(Questions questions) {
        this.questions = questions;
    }

    @GetMapping
    @Operation(summary = "Lists notifications, newest first")
    NotificationPage list(
            @Parameter(description = "Only those to this member") @RequestParam(required = false) @Nullable MemberId member,
            @Parameter(description = "Only those about this session") @RequestParam(required = false) @Nullable SessionId session,
            @Parameter(description = "Only those in this state") @RequestParam(required = false) @Nullable NotificationState state,
            @ParameterObject Paging paging) {
        return questions.answer(new ListNotifications(member, session, state, paging.byTime()), NotificationPage.class);
    }
}
