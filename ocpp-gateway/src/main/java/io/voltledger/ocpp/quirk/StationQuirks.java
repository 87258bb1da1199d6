package io.voltledger.ocpp.quirk;

import io.voltledger.api.chargepoint.ChargePointQuery.FindChargePoint;
import io.voltledger.api.chargepoint.ChargePointView;
import io.voltledger.api.chargepoint.StationId;
import io.voltledger.api.quirk.QuirkProfileQuery.FindPublishedQuirkProfile;
import io.voltledger.api.quirk.QuirkProfileQuery.PublishedQuirkProfile;
import io.voltledger.api.quirk.QuirkProfileVersion;
import io.voltledger.api.quirk.Quirks;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What each station is read with: chosen when it boots, and the same until it boots again, at whichever node. A new version
 * of a profile in the midst of a charge would tear its readings apart.
 */
public final class StationQuirks {

    private static final Logger LOG = LoggerFactory.getLogger(StationQuirks.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final QuirkCatalogue catalogue;
    private final QueryGateway queries;
    private final Map<StationId, Quirks> remembered = new ConcurrentHashMap<>();

    public StationQuirks(QuirkCatalogue catalogue, QueryGateway queries) {
        this.catalogue = catalogue;
        this.queries = queries;
    }

    /** A station presents itself; what applies to it holds from its next frame on. */
    public @Nullable QuirkProfileVersion booted(
            StationId station, @Nullable String vendor, @Nullable String model, @Nullable String firmware) {
        Optional<PublishedQuirkProfile> chosen = catalogue.chosen(vendor, model, firmware);
        remembered.put(
                station, chosen.map(profile -> profile.content().quirks()).orElse(Quirks.NONE));
        return chosen.map(PublishedQuirkProfile::version).orElse(null);
    }

    /** What is remembered of the station; none where it did not boot here and was not asked for. */
    public Quirks of(StationId station) {
        return remembered.getOrDefault(station, Quirks.NONE);
    }

    /** Completes, never by a failure, when it is known here what the station was given at its last boot. */
    public CompletableFuture<?> recall(StationId station) {
        if (remembered.containsKey(station) || catalogue.isEmpty()) {
            return CompletableFuture.completedFuture(true);
        }
        return CompletableFuture.completedFuture(new FindChargePoint(station))
                .thenCompose(query -> queries.query(query, ResponseTypes.optionalInstanceOf(ChargePointView.class)))
                .thenCompose(view -> contentOf(view.map(ChargePointView::quirks)))
                .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .handle((quirks, failure) -> {
                    if (failure == null) {
                        remembered.putIfAbsent(station, quirks);
                    } else {
                        LOG.info("{} is read without a quirk profile until it boots: {}", station, failure.toString());
                    }
                    return true;
                });
    }

    private CompletableFuture<Quirks> contentOf(Optional<QuirkProfileVersion> version) {
        return version.map(one -> queries.query(
                                new FindPublishedQuirkProfile(one),
                                ResponseTypes.optionalInstanceOf(PublishedQuirkProfile.class))
                        .thenApply(found ->
                                found.map(profile -> profile.content().quirks()).orElse(Quirks.NONE)))
                .orElseGet(() -> CompletableFuture.completedFuture(Quirks.NONE));
    }
}
