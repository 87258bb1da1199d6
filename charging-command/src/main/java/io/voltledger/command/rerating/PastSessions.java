package io.voltledger.command.rerating;

import io.voltledger.api.PageRequest;
import io.voltledger.api.chargepoint.StationId;
import io.voltledger.api.session.SessionId;
import io.voltledger.api.session.SessionQuery.ListSessions;
import io.voltledger.api.session.SessionQuery.SessionPage;
import io.voltledger.api.session.SessionState;
import io.voltledger.api.session.SessionView;
import io.voltledger.api.tariff.FrozenTariff;
import io.voltledger.api.tariff.TariffId;
import io.voltledger.api.tariff.TariffQuery.FindTariff;
import io.voltledger.api.tariff.TariffView;
import io.voltledger.runtime.CommandRejected;
import io.voltledger.runtime.ResourceNotFound;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which sessions there were, and which tariffs, as the reading side knows them. */
@Component
class PastSessions {

    private static final int PATIENCE_SECONDS = 30;
    private static final int MOST = 10_000;

    private final QueryGateway queries;

    PastSessions(QueryGateway queries) {
        this.queries = queries;
    }

    /** @param version the latest where absent */
    FrozenTariff tariff(TariffId id, @Nullable Integer version) {
        TariffView view = await(
                        queries.query(new FindTariff(id, version), ResponseTypes.optionalInstanceOf(TariffView.class)))
                .orElseThrow(() -> new ResourceNotFound("tariff " + id.value()));
        return new FrozenTariff(view.id(), view.version(), view.content());
    }

    /**
     * Those that stopped, latest start first. Refused with {@code too-many-sessions} above ten thousand.
     *
     * @param tariff by which they were rated; any where absent
     */
    List<SessionId> stopped(Instant from, Instant to, @Nullable StationId station, @Nullable TariffId tariff) {
        List<SessionId> sessions = new ArrayList<>();
        String cursor = null;
        do {
            ListSessions query = new ListSessions(
                    station,
                    null,
                    SessionState.STOPPED,
                    null,
                    null,
                    from,
                    to,
                    new PageRequest(PageRequest.MAX_LIMIT, cursor));
            SessionPage page = await(queries.query(query, ResponseTypes.instanceOf(SessionPage.class)));
            page.items().stream()
                    .filter(view -> tariff == null || tariff.equals(view.tariff()))
                    .map(SessionView::id)
                    .forEach(sessions::add);
            cursor = page.next();
            if (sessions.size() > MOST) {
                throw new CommandRejected("too-many-sessions", "There are more than " + MOST + ": narrow the time");
            }
        } while (cursor != null);
        return sessions;
    }

    private static <T> T await(CompletableFuture<T> answer) {
        return answer.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }
}
