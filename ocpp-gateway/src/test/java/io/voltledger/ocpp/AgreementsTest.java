package io.voltledger.ocpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.voltledger.api.chargepoint.ChargingProfile;
import io.voltledger.api.chargepoint.ChargingProfile.Kind;
import io.voltledger.api.chargepoint.ChargingProfile.Period;
import io.voltledger.api.chargepoint.ChargingProfile.Purpose;
import io.voltledger.api.chargepoint.ChargingProfile.Schedule;
import io.voltledger.api.chargepoint.ChargingProfile.Unit;
import io.voltledger.api.chargepoint.ChargingProfileFilter;
import io.voltledger.api.chargepoint.ConnectorId;
import io.voltledger.api.chargepoint.Reservation;
import io.voltledger.api.chargepoint.StationAnswer;
import io.voltledger.api.chargepoint.StationAnswer.Outcome;
import io.voltledger.api.chargepoint.StationBookCommand;
import io.voltledger.api.chargepoint.StationBookCommand.CancelReservation;
import io.voltledger.api.chargepoint.StationBookCommand.ClearChargingProfiles;
import io.voltledger.api.chargepoint.StationBookCommand.KeepChargingProfile;
import io.voltledger.api.chargepoint.StationBookCommand.KeepReservation;
import io.voltledger.api.chargepoint.StationBookCommand.NoteLocalList;
import io.voltledger.api.chargepoint.StationBookCommand.UseReservation;
import io.voltledger.api.chargepoint.StationCommandId;
import io.voltledger.api.chargepoint.StationCommandMessage.ReportStationAnswer;
import io.voltledger.api.chargepoint.StationCommandMessage.SendToStation;
import io.voltledger.api.chargepoint.StationId;
import io.voltledger.api.token.IdToken;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.GenericMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What stations agree to is noted, and noted before their answer is. */
class AgreementsTest {

    private static final String PROFILE = "{\"chargingProfileId\":4,\"stackLevel\":2,\"transactionId\":77,"
            + "\"chargingProfilePurpose\":\"TxProfile\",\"chargingProfileKind\":\"Relative\",\"chargingSchedule\":"
            + "{\"chargingRateUnit\":\"A\",\"duration\":600,\"chargingSchedulePeriod\":[{\"startPeriod\":0,\"limit\":16.5,"
            + "\"numberPhases\":3}]}}";
    private static final ChargingProfile READ = new ChargingProfile(
            4,
            2,
            Purpose.TX,
            Kind.RELATIVE,
            null,
            "77",
            null,
            null,
            List.of(new Schedule(
                    Duration.ofMinutes(10),
                    null,
                    Unit.A,
                    null,
                    List.of(new Period(Duration.ZERO, new BigDecimal("16.5"), 3)))));
    private static final String RESERVE = "{\"connectorId\":1,\"expiryDate\":\"2026-11-21T13:00:00+09:00\","
            + "\"idTag\":\"tag1\",\"parentIdTag\":\"G1\",\"reservationId\":5}";

    private final Platform platform = new Platform();
    private final RunningGateway gateway = RunningGateway.before(platform);
    private final RawStation station = RawStation.connect(gateway);

    @AfterEach
    void stop() {
        station.close();
        gateway.close();
    }

    @Test
    void notesAReservation() {
        answered("ReserveNow", RESERVE, "{\"status\":\"Accepted\"}");
        assertThat(platform.only(KeepReservation.class).reservation())
                .isEqualTo(new Reservation(
                        5,
                        new ConnectorId(1),
                        new IdToken("TAG1"),
                        new IdToken("G1"),
                        Instant.parse("2026-11-21T04:00:00Z")));
        answered("CancelReservation", "{\"reservationId\":5}", "{\"status\":\"Accepted\"}");
        assertThat(platform.only(CancelReservation.class).reservation()).isEqualTo(5);
    }

    @Test
    void notesAStartThatUsesAReservation() {
        String transaction = station.call(
                        "1",
                        "StartTransaction",
                        "{\"connectorId\":1,\"idTag\":\"TAG1\",\"meterStart\":0,\"reservationId\":5,"
                                + "\"timestamp\":\"2026-11-21T02:59:00Z\"}")
                .path("transactionId")
                .asText();
        UseReservation used = platform.only(UseReservation.class);
        assertThat(used.reservation()).isEqualTo(5);
        assertThat(used.session().transaction()).isEqualTo(transaction);
    }

    @Test
    void notesChargingProfiles() {
        answered(
                "SetChargingProfile",
                "{\"connectorId\":0,\"csChargingProfiles\":" + PROFILE + "}",
                "{\"status\":\"Accepted\"}");
        answered(
                "RemoteStartTransaction",
                "{\"idTag\":\"TAG1\",\"chargingProfile\":" + PROFILE + "}",
                "{\"status\":\"Accepted\"}");
        answered(
                "ClearChargingProfile",
                "{\"chargingProfilePurpose\":\"TxDefaultProfile\",\"stackLevel\":1}",
                "{\"status\":\"Accepted\"}");

        List<KeepChargingProfile> kept = platform.recorded(KeepChargingProfile.class);
        assertThat(kept).extracting(KeepChargingProfile::profile).containsExactly(READ, READ);
        assertThat(kept).extracting(KeepChargingProfile::connector).containsExactly(new ConnectorId(0), null);
        assertThat(platform.only(ClearChargingProfiles.class).filter())
                .isEqualTo(new ChargingProfileFilter(null, null, Purpose.TX_DEFAULT, 1));
    }

    @Test
    void notesTheVersionOfTheLocalList() {
        answered("SendLocalList", "{\"listVersion\":8,\"updateType\":\"Full\"}", "{\"status\":\"Accepted\"}");
        answered("GetLocalListVersion", "{}", "{\"listVersion\":9}");
        assertThat(platform.recorded(NoteLocalList.class))
                .extracting(NoteLocalList::version)
                .containsExactly(8, 9);
    }

    @Test
    void notesNothingThatTheStationDidNotAccept() {
        answered("ReserveNow", RESERVE, "{\"status\":\"Occupied\"}");
        answered("SendLocalList", "{\"listVersion\":8,\"updateType\":\"Full\"}", "{\"status\":\"VersionMismatch\"}");
        answered("ClearChargingProfile", "{}", "{\"status\":\"Unknown\"}");
        assertThat(platform.recorded(StationBookCommand.class)).isEmpty();
    }

    @Test
    void recordsTheAnswerWhateverCannotBeNoted() {
        answered("ReserveNow", RESERVE.replace("tag1", ""), "{\"status\":\"Accepted\"}");
        assertThat(platform.recorded(StationBookCommand.class)).isEmpty();
    }

    /** Sends the command, lets the station answer, and waits until that is recorded. */
    private void answered(String action, String request, String answer) {
        StationCommandId id = new StationCommandId(
                "c" + platform.recorded(ReportStationAnswer.class).size());
        platform.gateway()
                .send(new GenericCommandMessage<>(
                        new GenericMessage<>(new SendToStation(id, new StationId("CP-1"), action, request)),
                        SendToStation.nameAt(RunningGateway.NODE)))
                .join();
        station.send("[3,\"" + station.next().get(1).asText() + "\"," + answer + "]");
        await().until(() -> platform.recorded(ReportStationAnswer.class).stream()
                .anyMatch(report -> report.command().equals(id)
                        && report.answer().equals(new StationAnswer(Outcome.ANSWERED, answer))));
    }
}
