package io.voltledger.ocpp.quirk;

import io.voltledger.api.quirk.QuirkProfileQuery.ListPublishedQuirkProfiles;
import io.voltledger.api.quirk.QuirkProfileQuery.PublishedQuirkProfile;
import io.voltledger.api.quirk.QuirkProfileQuery.PublishedQuirkProfiles;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The published quirk profiles, asked for now and then; while nobody answers, the last answer holds. */
public final class QuirkCatalogue {

    private static final Logger LOG = LoggerFactory.getLogger(QuirkCatalogue.class);
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final QueryGateway queries;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("quirk-profiles").factory());
    private volatile @Nullable List<PublishedQuirkProfile> profiles;

    public QuirkCatalogue(QueryGateway queries) {
        this.queries = queries;
    }

    /** Returns when it was asked for once, so that the first station that boots gets what applies to it. */
    public void start() {
        refresh();
        var unused =
                timer.scheduleWithFixedDelay(this::refresh, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    public void stop() {
        timer.shutdownNow();
    }

    /** True where it is known that no profile was ever published: then no station can have one. */
    boolean isEmpty() {
        List<PublishedQuirkProfile> known = profiles;
        return known != null && known.isEmpty();
    }

    /** The narrowest profile that applies. */
    Optional<PublishedQuirkProfile> chosen(@Nullable String vendor, @Nullable String model, @Nullable String firmware) {
        List<PublishedQuirkProfile> known = profiles;
        return known == null
                ? Optional.empty()
                : known.stream()
                        .filter(profile -> profile.content().appliesTo(vendor, model, firmware))
                        .max(Comparator.comparingInt((PublishedQuirkProfile profile) ->
                                        profile.content().narrowness())
                                .thenComparing(
                                        profile -> profile.version().profile().value()));
    }

    /** Asks now; answers when that is done. */
    public void refresh() {
        try {
            profiles = queries.query(
                            new ListPublishedQuirkProfiles(), ResponseTypes.instanceOf(PublishedQuirkProfiles.class))
                    .orTimeout(EVERY.toMillis(), TimeUnit.MILLISECONDS)
                    .join()
                    .items();
        } catch (RuntimeException e) {
            LOG.debug("Quirk profiles are asked for again later: {}", e.toString());
        }
    }
}
