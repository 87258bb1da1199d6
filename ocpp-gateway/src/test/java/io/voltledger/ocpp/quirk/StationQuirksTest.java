package io.voltledger.ocpp.quirk;

import static org.assertj.core.api.Assertions.assertThat;

import io.voltledger.api.chargepoint.ChargePointQuery.FindChargePoint;
import io.voltledger.api.chargepoint.ChargePointView;
import io.voltledger.api.chargepoint.StationId;
import io.voltledger.api.quirk.QuirkProfile;
import io.voltledger.api.quirk.QuirkProfileId;
import io.voltledger.api.quirk.QuirkProfileQuery.FindPublishedQuirkProfile;
import io.voltledger.api.quirk.QuirkProfileQuery.ListPublishedQuirkProfiles;
import io.voltledger.api.quirk.QuirkProfileQuery.PublishedQuirkProfile;
import io.voltledger.api.quirk.QuirkProfileQuery.PublishedQuirkProfiles;
import io.voltledger.api.quirk.QuirkProfileVersion;
import io.voltledger.api.quirk.Quirks;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.axonframework.queryhandling.DefaultQueryGateway;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StationQuirksTest {

    private static final StationId STATION = new StationId("CP-1");

    private final SimpleQueryBus bus = SimpleQueryBus.builder().build();
    private final QueryGateway queries =
            DefaultQueryGateway.builder().queryBus(bus).build();
    private final List<PublishedQuirkProfile> published = new ArrayList<>();
    private final QuirkCatalogue catalogue = new QuirkCatalogue(queries);
    private final StationQuirks quirks = new StationQuirks(catalogue, queries);

    @Test
    void choosesTheNarrowestThatApplies() {
        publish("all", 1, profile("volt*", null, null, 1));
        publish("model", 1, profile("Voltmakers", "Wallbox*", null, 2));
        publish("firmware", 3, profile("VOLTMAKERS", "wallbox 22", "1.8.*", 3));

        assertThat(quirks.booted(STATION, "Voltmakers", "Wallbox 22", "1.8.2")).isEqualTo(version("firmware", 3));
        assertThat(quirks.of(STATION).connectorShift()).isEqualTo(3);
        assertThat(quirks.booted(STATION, "Voltmakers", "Wallbox 22", "1.9.0")).isEqualTo(version("model", 1));
        assertThat(quirks.booted(STATION, "Voltmakers", null, null)).isEqualTo(version("all", 1));
        assertThat(quirks.booted(STATION, "Others", "Wallbox 22", "1.8.2")).isNull();
        assertThat(quirks.of(STATION)).isEqualTo(Quirks.NONE);
    }

    @Test
    void keepsWhatHeldAtTheLastBootUntilTheNext() {
        publish("v", 1, profile("V", null, null, 1));
        quirks.booted(STATION, "V", "M", "1");
        published.clear();
        publish("v", 2, profile("V", null, null, 2));

        assertThat(quirks.of(STATION).connectorShift()).isEqualTo(1);
        quirks.booted(STATION, "V", "M", "1");
        assertThat(quirks.of(STATION).connectorShift()).isEqualTo(2);
    }

    @Test
    void recallsAtAnotherNodeWhatWasChosenAtTheLastBoot() {
        publish("v", 2, profile("V", null, null, 2));
        PublishedQuirkProfile earlier = new PublishedQuirkProfile(version("v", 1), profile("V", null, null, 1));
        answer(FindChargePoint.class, ChargePointView.class, station(version("v", 1)));
        answer(FindPublishedQuirkProfile.class, PublishedQuirkProfile.class, earlier);

        quirks.recall(STATION).join();

        assertThat(quirks.of(STATION).connectorShift()).isEqualTo(1);
    }

    @Test
    void servesAStationWhileNobodyAnswersWhatItDeviatesIn() {
        publish("v", 2, profile("V", null, null, 2));
        assertThat(quirks.recall(STATION).join()).isEqualTo(true);
        assertThat(quirks.of(STATION)).isEqualTo(Quirks.NONE);
    }

    private void publish(String id, int version, QuirkProfile content) {
        published.add(new PublishedQuirkProfile(version(id, version), content));
        bus.subscribe(
                ListPublishedQuirkProfiles.class.getName(),
                PublishedQuirkProfiles.class,
                query -> new PublishedQuirkProfiles(List.copyOf(published)));
        catalogue.refresh();
    }

    private <T> void answer(Class<?> query, Class<T> type, T answer) {
        Type optional = org.axonframework.messaging.responsetypes.ResponseTypes.optionalInstanceOf(type)
                .getExpectedResponseType();
        bus.subscribe(query.getName(), optional, asked -> Optional.of(answer));
    }

    private static QuirkProfileVersion version(String id, int version) {
        return new QuirkProfileVersion(new QuirkProfileId(id), version);
    }

    private static QuirkProfile profile(
            String vendor, @Nullable String model, @Nullable String firmware, int connectorShift) {
        return new QuirkProfile(
                vendor, vendor, model, firmware, new Quirks(BigDecimal.ONE, null, false, null, false, connectorShift));
    }

    private static ChargePointView station(QuirkProfileVersion quirks) {
        return new ChargePointView(
                STATION,
                "CP",
                ZoneOffset.UTC,
                null,
                true,
                null,
                null,
                "V",
                "M",
                null,
                null,
                quirks,
                null,
                null,
                null,
                null,
                Instant.EPOCH,
                List.of());
    }
}
