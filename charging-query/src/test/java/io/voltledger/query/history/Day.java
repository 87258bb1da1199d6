package io.voltledger.query.history;

import io.voltledger.api.Receipt;
import io.voltledger.api.admission.AdmissionEvent.HandshakeRefused;
import io.voltledger.api.admission.AdmissionEvent.PasswordChanged;
import io.voltledger.api.admission.AdmissionEvent.ProfileDemanded;
import io.voltledger.api.admission.AdmissionEvent.StationKnocked;
import io.voltledger.api.admission.AdmissionEvent.StationTurnedAway;
import io.voltledger.api.admission.PasswordHash;
import io.voltledger.api.admission.RefusalReason;
import io.voltledger.api.admission.SecurityProfile;
import io.voltledger.api.admission.StationDoor;
import io.voltledger.api.chargepoint.CertificateRequestEvent.CertificateRequested;
import io.voltledger.api.chargepoint.CertificateRequestId;
import io.voltledger.api.chargepoint.ChargingProfile;
import io.voltledger.api.chargepoint.ChargingProfile.Kind;
import io.voltledger.api.chargepoint.ChargingProfile.Period;
import io.voltledger.api.chargepoint.ChargingProfile.Purpose;
import io.voltledger.api.chargepoint.ChargingProfile.Schedule;
import io.voltledger.api.chargepoint.ChargingProfile.Unit;
import io.voltledger.api.chargepoint.ChargingProfileFilter;
import io.voltledger.api.chargepoint.ConnectorId;
import io.voltledger.api.chargepoint.ConnectorStatus;
import io.voltledger.api.chargepoint.Reservation;
import io.voltledger.api.chargepoint.StationAnswer;
import io.voltledger.api.chargepoint.StationBook;
import io.voltledger.api.chargepoint.StationBookEvent.ChargingProfileStored;
import io.voltledger.api.chargepoint.StationBookEvent.ChargingProfilesCleared;
import io.voltledger.api.chargepoint.StationBookEvent.LocalListNoted;
import io.voltledger.api.chargepoint.StationBookEvent.ReservationCancelled;
import io.voltledger.api.chargepoint.StationBookEvent.ReservationMade;
import io.voltledger.api.chargepoint.StationBookEvent.ReservationUsed;
import io.voltledger.api.chargepoint.StationCommandEvent.StationCommandDispatched;
import io.voltledger.api.chargepoint.StationCommandEvent.StationCommandEnded;
import io.voltledger.api.chargepoint.StationCommandId;
import io.voltledger.api.chargepoint.StationDay;
import io.voltledger.api.chargepoint.StationId;
import io.voltledger.api.chargepoint.StationLogEvent.StationNoticeReceived;
import io.voltledger.api.chargepoint.StationNotice;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.session.Anomaly;
import io.voltledger.api.session.SessionId;
import io.voltledger.query.history.Town.Driver;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A day at a small operator, ending now: charges that were paid, declined, left unknown, overdue, parked, and some that run. */
public final class Day {

    private final History history = new History();
    private final Instant now;
    private final Charge running;
    private Duration lastReading = Duration.ofMinutes(24);
    private long energy = 8_640;

    public Day(Instant now) {
        this.now = now;
        Instant morning = now.minus(Duration.ofHours(12));
        Town town = new Town(history);
        town.tariff(morning);
        StationId plaza = town.station("CP-PLAZA-1", "City plaza, north", morning);
        StationId station = town.station("CP-STATION-2", "Railway station, deck 2", morning.plusSeconds(30));
        StationId harbour = town.station("CP-HARBOUR-3", "Harbour car park", morning.plusSeconds(60));
        Driver minji = town.driver("member-minji", "04A1B2C3", 3_000, morning);
        Driver jun = town.driver("member-jun", "04D4E5F6", 0, morning);
        Driver sora = town.driver("member-sora", "04778899", 500, morning);
        statuses(town, plaza, station, harbour);
        finished(plaza, station, minji, jun, sora, morning);
        running = new Charge(history, plaza, 901, 1, minji, now.minus(Duration.ofMinutes(25))).start();
        for (int minutes = 2; minutes <= 24; minutes += 2) {
            running.meter(Duration.ofMinutes(minutes), minutes * 360L, 21_600);
        }
        new Charge(history, station, 902, 2, jun, now.minus(Duration.ofMinutes(9)))
                .start(new Anomaly(Anomaly.Code.CLOCK_SKEW, "the station's clock is 412 s behind"))
                .meter(Duration.ofMinutes(3), 520, 10_400)
                .meter(Duration.ofMinutes(6), 1_050, 10_600);
        remoteStart(plaza);
        new PaidIn(history, new MemberId("member-hana"), 20_000, morning.plus(Duration.ofHours(7)))
                .complete("spring")
                .close()
                .sendBack("summer");
        new Gift(history, "member-areum", morning.plus(Duration.ofHours(8)))
                .grant()
                .pay()
                .giveBack()
                .expire();
        book(plaza, minji);
    }

    /** The running session's next reading. */
    public void nextReading() {
        lastReading = lastReading.plusSeconds(30);
        energy += 180;
        running.meter(lastReading, energy, 21_600);
    }

    public History history() {
        return history;
    }

    public Charge running() {
        return running;
    }

    private void statuses(Town town, StationId plaza, StationId station, StationId harbour) {
        town.status(plaza, 1, ConnectorStatus.CHARGING, "NoError", now.minus(Duration.ofMinutes(25)));
        town.status(plaza, 2, ConnectorStatus.AVAILABLE, "NoError", now.minus(Duration.ofHours(2)));
        town.status(station, 1, ConnectorStatus.FAULTED, "GroundFailure", now.minus(Duration.ofHours(3)));
        town.status(station, 2, ConnectorStatus.CHARGING, "NoError", now.minus(Duration.ofMinutes(9)));
        town.status(harbour, 1, ConnectorStatus.AVAILABLE, "NoError", now.minus(Duration.ofHours(8)));
        town.offline(harbour, now.minus(Duration.ofHours(1)));
    }

    private void finished(StationId plaza, StationId station, Driver minji, Driver jun, Driver sora, Instant morning) {
        paid(plaza, 101, minji, morning.plus(Duration.ofMinutes(10)), 12_300)
                .hold(3_000)
                .request()
                .approve();
        paid(station, 102, jun, morning.plus(Duration.ofMinutes(40)), 21_050)
                .request()
                .approve()
                .refund("goodwill", 1_000)
                .askForRefund("too-slow", 2_000, "park");
        paid(station, 103, jun, morning.plus(Duration.ofHours(2)), 6_400)
                .request()
                .decline()
                .request()
                .approve();
        paid(plaza, 104, sora, morning.plus(Duration.ofHours(3)), 9_900)
                .hold(500)
                .request()
                .decline()
                .release()
                .overdue();
        paid(plaza, 105, minji, morning.plus(Duration.ofHours(5)), 17_700)
                .request()
                .unknown();
        charge(station, 106, jun, morning.plus(Duration.ofHours(6)), 4_200, "the register went back")
                .bill(Duration.ofMinutes(41))
                .park("the register went back by 1200 Wh");
    }

    private Billing paid(StationId station, int transaction, Driver driver, Instant at, long energyWh) {
        return charge(station, transaction, driver, at, energyWh)
                .bill(Duration.ofMinutes(41))
                .open();
    }

    private Charge charge(
            StationId station, int transaction, Driver driver, Instant at, long energyWh, String... reviewReasons) {
        Charge charge = new Charge(history, station, transaction, 1, driver, at).start();
        for (int part = 1; part <= 8; part++) {
            charge.meter(Duration.ofMinutes(5L * part), energyWh * part / 8, part == 8 ? 4_300 : 21_000 - 300 * part);
        }
        return charge.stop(Duration.ofMinutes(41), reviewReasons);
    }

    private void book(StationId station, Driver driver) {
        StationBook book = StationBook.of(station);
        Instant at = now.minus(Duration.ofHours(1));
        for (int id = 1; id <= 4; id++) {
            Instant expiresAt = id == 4 ? at.minus(Duration.ofDays(30)) : at.plus(Duration.ofDays(3_650));
            Reservation reservation = new Reservation(id, new ConnectorId(1), driver.token(), null, expiresAt);
            history.station(at, station.value(), new ReservationMade(book, reservation, at.plusSeconds(id)));
        }
        history.station(at, station.value(), new ReservationUsed(book, 2, new SessionId("CP-PLAZA-1:901"), at));
        history.station(at, station.value(), new ReservationCancelled(book, 3, at));
        stored(station, at, 1, Purpose.TX_DEFAULT, 1, null);
        stored(station, at, 2, Purpose.TX_DEFAULT, 1, null);
        stored(station, at, 3, Purpose.TX_DEFAULT, 2, null);
        stored(station, at, 4, Purpose.TX, 1, "901");
        stored(station, at, 5, Purpose.STATION_MAX, 0, null);
        history.station(
                at,
                station.value(),
                new ChargingProfilesCleared(
                        book, new ChargingProfileFilter(null, null, Purpose.STATION_MAX, null), at));
        history.station(at, station.value(), new LocalListNoted(book, 12, at));
        StationNotice notice = new StationNotice(StationNotice.Kind.SECURITY_EVENT, "TamperDetection", null, "lid", at);
        Receipt receipt = new Receipt("n", at);
        history.station(
                at,
                station.value(),
                new StationNoticeReceived(StationDay.of(station, at), station, notice, List.of(), receipt));
        CertificateRequestId request = new CertificateRequestId("CP-PLAZA-1@0a1b");
        history.station(at, station.value(), new CertificateRequested(request, station, "-----BEGIN", receipt));
        admission(station, at);
    }

    private void admission(StationId station, Instant at) {
        StationDoor door = StationDoor.of(station);
        history.operator(at, new ProfileDemanded(door, SecurityProfile.BASIC, null, at));
        history.operator(at, new PasswordChanged(door, new PasswordHash("pbkdf2-sha256$1$00$00"), at));
        history.station(at, "", new HandshakeRefused(door, RefusalReason.WRONG_PASSWORD, "10.0.0.9", at));
        history.station(at, "", new StationKnocked(new StationDoor("CP-NEW-1"), "10.0.0.7", "ocpp1.6", at));
        history.station(at, "", new StationKnocked(new StationDoor("CP-NEW-2"), "10.0.0.8", "ocpp2.0.1", at));
        history.operator(at, new StationTurnedAway(new StationDoor("CP-NEW-2"), "not ours", at));
    }

    private void stored(
            StationId station, Instant at, int id, Purpose purpose, int level, @Nullable String transaction) {
        Schedule schedule = new Schedule(
                null, null, Unit.A, null, List.of(new Period(Duration.ZERO, new BigDecimal("16.5"), null)));
        ChargingProfile profile = new ChargingProfile(
                id, level, purpose, Kind.RELATIVE, null, transaction, null, null, List.of(schedule));
        ConnectorId connector = new ConnectorId(purpose == Purpose.STATION_MAX ? 0 : 1);
        history.station(
                at,
                station.value(),
                new ChargingProfileStored(StationBook.of(station), connector, profile, at.plusSeconds(id)));
    }

    private void remoteStart(StationId station) {
        StationCommandId command = new StationCommandId("command-1");
        Instant at = now.minus(Duration.ofMinutes(26));
        history.operator(
                at,
                new StationCommandDispatched(
                        command, station, "RemoteStartTransaction", "{\"connectorId\":1,\"idTag\":\"04A1B2C3\"}", at));
        StationAnswer answer = new StationAnswer(StationAnswer.Outcome.ANSWERED, "{\"status\":\"Accepted\"}");
        history.station(at, station.value(), new StationCommandEnded(command, station, answer, at.plusSeconds(1)));
    }
}
