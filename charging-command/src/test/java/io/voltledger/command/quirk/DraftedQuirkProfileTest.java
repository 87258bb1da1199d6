package io.voltledger.command.quirk;

import static org.assertj.core.api.Assertions.assertThat;

import io.voltledger.api.Rejection;
import io.voltledger.api.quirk.QuirkProfile;
import io.voltledger.api.quirk.QuirkProfileCommand.DraftQuirkProfile;
import io.voltledger.api.quirk.QuirkProfileCommand.PublishQuirkProfile;
import io.voltledger.api.quirk.QuirkProfileEvent.QuirkProfileDrafted;
import io.voltledger.api.quirk.QuirkProfileEvent.QuirkProfilePublished;
import io.voltledger.api.quirk.QuirkProfileId;
import io.voltledger.api.quirk.Quirks;
import io.voltledger.runtime.CommandRejected;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DraftedQuirkProfileTest {

    private static final QuirkProfileId ID = new QuirkProfileId("wallbox-22");
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final QuirkProfile KILO = profile(new BigDecimal("1000"));
    private static final QuirkProfile MILLI = profile(new BigDecimal("0.001"));

    private final AggregateTestFixture<DraftedQuirkProfile> profile =
            new AggregateTestFixture<>(DraftedQuirkProfile.class);

    @Test
    void draftsAndPublishes() {
        profile.given(new QuirkProfileDrafted(ID, KILO, NOW))
                .when(new PublishQuirkProfile(ID, NOW))
                .expectEvents(new QuirkProfilePublished(ID, 1, KILO, NOW))
                .expectResultMessagePayload(1);
    }

    @Test
    void leavesThePublishedVersionAsItIsWhileTheNextIsDrafted() {
        profile.given(new QuirkProfileDrafted(ID, KILO, NOW), new QuirkProfilePublished(ID, 1, KILO, NOW))
                .when(new DraftQuirkProfile(ID, MILLI, NOW))
                .expectEvents(new QuirkProfileDrafted(ID, MILLI, NOW));
    }

    @Test
    void publishesTheSameOnce() {
        profile.given(new QuirkProfileDrafted(ID, KILO, NOW), new QuirkProfilePublished(ID, 1, KILO, NOW))
                .when(new PublishQuirkProfile(ID, NOW))
                .expectNoEvents()
                .expectResultMessagePayload(1);
    }

    @Test
    void refusesToPublishWhatWasNeverDrafted() {
        profile.givenNoPriorActivity()
                .when(new PublishQuirkProfile(ID, NOW))
                .expectNoEvents()
                .expectException(CommandRejected.class)
                .expectExceptionDetails(
                        new Rejection(Rejection.NOT_FOUND, "There is no draft of quirk profile wallbox-22"));
    }

    @Test
    void refusesWhatMakesNoSense() {
        profile.givenNoPriorActivity()
                .when(new DraftQuirkProfile(ID, profile(BigDecimal.ZERO), NOW))
                .expectNoEvents()
                .expectExceptionDetails(new Rejection("quirk-profile-invalid", "quirks.sampleFactor is not above 0"));
    }

    @Test
    void choosesByVendorModelAndFirmware() {
        QuirkProfile narrow = new QuirkProfile("n", "Volt*s", "*22", "1.8.*", Quirks.NONE);
        assertThat(narrow.appliesTo("VOLTMAKERS", "Wallbox 22", "1.8.2")).isTrue();
        assertThat(narrow.appliesTo("Voltmakers", "Wallbox 22", "1.9.2")).isFalse();
        assertThat(narrow.appliesTo("Voltmakers", null, "1.8.2")).isFalse();
        assertThat(narrow.narrowness()).isGreaterThan(KILO.narrowness());
    }

    @Test
    void draftsTheSameOnce() {
        profile.given(new QuirkProfileDrafted(ID, KILO, NOW))
                .when(new DraftQuirkProfile(ID, KILO, NOW))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void publishesTheNextVersionAfterTheFirst() {
        profile.given(new QuirkProfilePublished(ID, 1, KILO, NOW), new QuirkProfileDrafted(ID, MILLI, NOW))
                .when(new PublishQuirkProfile(ID, NOW))
                .expectEvents(new QuirkProfilePublished(ID, 2, MILLI, NOW))
                .expectResultMessagePayload(2);
    }

    static Stream<Arguments> senseless() {
        return Stream.of(
                Arguments.of(new QuirkProfile(" ", "V", null, null, Quirks.NONE), "name is blank"),
                Arguments.of(new QuirkProfile("n", " ", null, null, Quirks.NONE), "vendor is blank"),
                Arguments.of(profile(new BigDecimal("-1")), "quirks.sampleFactor is not above 0"),
                Arguments.of(profile(new BigDecimal("1000001")), "quirks.sampleFactor is not above 0"),
                Arguments.of(
                        profile(new Quirks(null, BigDecimal.ZERO, false, null, false, 0)),
                        "quirks.registerFactor is not above 0"),
                Arguments.of(
                        profile(new Quirks(null, null, false, null, true, 0)),
                        "quirks.zone is missing, which utcIsLocal needs"),
                Arguments.of(
                        profile(new Quirks(null, null, false, null, false, -1_001)),
                        "quirks.connectorShift is over 1000"));
    }

    @ParameterizedTest
    @MethodSource("senseless")
    void namesWhatMakesNoSense(QuirkProfile content, String fault) {
        profile.givenNoPriorActivity()
                .when(new DraftQuirkProfile(ID, content, NOW))
                .expectNoEvents()
                .expectExceptionDetails(new Rejection("quirk-profile-invalid", fault));
    }

    static Stream<Quirks> sensible() {
        return Stream.of(
                Quirks.NONE,
                new Quirks(new BigDecimal("1000000"), new BigDecimal("0.001"), false, null, false, 1_000),
                new Quirks(null, null, true, ZoneId.of("Asia/Seoul"), true, -1_000));
    }

    @ParameterizedTest
    @MethodSource("sensible")
    void takesWhatStationsReallyDo(Quirks quirks) {
        profile.givenNoPriorActivity()
                .when(new DraftQuirkProfile(ID, profile(quirks), NOW))
                .expectEvents(new QuirkProfileDrafted(ID, profile(quirks), NOW));
    }

    private static QuirkProfile profile(Quirks quirks) {
        return new QuirkProfile("n", "Voltmakers", null, null, quirks);
    }

    private static QuirkProfile profile(BigDecimal factor) {
        return new QuirkProfile(
                "Writes Wh, means kWh", "Voltmakers", null, null, new Quirks(factor, null, false, null, false, 0));
    }
}
