package io.voltledger.query.topup;

import io.voltledger.api.topup.TopUpEvent;
import io.voltledger.api.topup.TopUpEvent.TopUpCharged;
import io.voltledger.api.topup.TopUpEvent.TopUpCompleted;
import io.voltledger.api.topup.TopUpEvent.TopUpDeclined;
import io.voltledger.api.topup.TopUpEvent.TopUpOutcomeUnknown;
import io.voltledger.api.topup.TopUpEvent.TopUpRefused;
import io.voltledger.api.topup.TopUpEvent.TopUpRequested;
import io.voltledger.api.topup.TopUpEvent.TopUpReturned;
import io.voltledger.api.topup.TopUpEvent.TopUpReturnedByHand;
import io.voltledger.api.topup.TopUpId;
import io.voltledger.api.topup.TopUpState;
import io.voltledger.query.sql.Utc;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the top_up table. */
@Component
@ProcessingGroup("query-top-up")
class TopUpProjection {

    private static final int MAX_PROBLEM = 1000;

    private final JdbcClient jdbc;

    TopUpProjection(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    void on(TopUpEvent event) {
        switch (event) {
            case TopUpRequested requested -> insert(requested);
            case TopUpOutcomeUnknown unknown ->
                move(unknown.topUp(), TopUpState.UNKNOWN, unknown.cause(), null, unknown.unknownSince());
            case TopUpDeclined declined ->
                move(
                        declined.topUp(),
                        TopUpState.DECLINED,
                        declined.code() + ": " + declined.detail(),
                        null,
                        declined.declinedAt());
            case TopUpCharged charged ->
                move(charged.topUp(), TopUpState.CHARGED, null, charged.providerKey(), charged.chargedAt());
            case TopUpCompleted completed ->
                move(completed.topUp(), TopUpState.COMPLETED, null, null, completed.completedAt());
            case TopUpRefused refused ->
                move(
                        refused.topUp(),
                        TopUpState.RETURNING,
                        refused.code() + ": " + refused.detail(),
                        null,
                        refused.refusedAt());
            case TopUpReturned returned ->
                jdbc.sql("update top_up set state = 'RETURNED', updated_at = :at where top_up_id = :topUp")
                        .param("at", Utc.of(returned.returnedAt()))
                        .param("topUp", returned.topUp().value())
                        .update();
            case TopUpReturnedByHand returned ->
                move(
                        returned.topUp(),
                        TopUpState.RETURNED_BY_HAND,
                        "by hand: " + returned.reason(),
                        null,
                        returned.returnedAt());
        }
    }

    @ResetHandler
    void reset() {
        jdbc.sql("delete from top_up").update();
    }

    private void insert(TopUpRequested event) {
        jdbc.sql("""
                        insert into top_up (top_up_id, member_id, amount, currency, order_id, state, requested_at,
                                            updated_at)
                        values (:topUp, :member, :amount, :currency, :order, 'REQUESTED', :at, :at)
                        on duplicate key update order_id = values(order_id)
                        """)
                .param("topUp", event.topUp().value())
                .param("member", event.member().value())
                .param("amount", event.amount().amount())
                .param("currency", event.amount().currency().getCurrencyCode())
                .param("order", event.order().value())
                .param("at", Utc.of(event.requestedAt()))
                .update();
    }

    /** @param key absent leaves the provider's key as it stands */
    private void move(TopUpId topUp, TopUpState state, @Nullable String problem, @Nullable String key, Instant at) {
        jdbc.sql("""
                        update top_up set state = :state, problem = :problem,
                               provider_key = coalesce(:key, provider_key), updated_at = :at
                        where top_up_id = :topUp
                        """)
                .param("state", state.name())
                .param(
                        "problem",
                        problem == null ? null : problem.substring(0, Math.min(problem.length(), MAX_PROBLEM)))
                .param("key", key)
                .param("at", Utc.of(at))
                .param("topUp", topUp.value())
                .update();
    }
}
