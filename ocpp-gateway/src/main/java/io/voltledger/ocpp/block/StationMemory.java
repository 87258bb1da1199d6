package io.voltledger.ocpp.block;

import io.voltledger.api.admission.AdmissionCommand.SetPassword;
import io.voltledger.api.admission.PasswordHash;
import io.voltledger.api.admission.StationDoor;
import io.voltledger.api.chargepoint.ChargingProfile;
import io.voltledger.api.chargepoint.ChargingProfileFilter;
import io.voltledger.api.chargepoint.ConnectorId;
import io.voltledger.api.chargepoint.Reservation;
import io.voltledger.api.chargepoint.StationBook;
import io.voltledger.api.chargepoint.StationBookCommand.CancelReservation;
import io.voltledger.api.chargepoint.StationBookCommand.ClearChargingProfiles;
import io.voltledger.api.chargepoint.StationBookCommand.KeepChargingProfile;
import io.voltledger.api.chargepoint.StationBookCommand.KeepReservation;
import io.voltledger.api.chargepoint.StationBookCommand.NoteLocalList;
import io.voltledger.api.chargepoint.StationBookCommand.UseReservation;
import io.voltledger.api.chargepoint.StationId;
import io.voltledger.api.session.SessionId;
import io.voltledger.ocpp.station.StationCall;
import io.voltledger.ocpp.station.StationCommands;
import io.voltledger.ocpp.station.StationOrder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What stations agree to keep or to forget. */
public final class StationMemory {

    private final StationCommands commands;
    private final Clock clock;

    public StationMemory(StationCommands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    public CompletableFuture<@Nullable Object> reserved(StationOrder order, Reservation reservation) {
        return commands.persist(
                new KeepReservation(book(order.station()), reservation, clock.instant()), order.actor());
    }

    public CompletableFuture<@Nullable Object> cancelled(StationOrder order, int reservation) {
        return commands.persist(
                new CancelReservation(book(order.station()), reservation, clock.instant()), order.actor());
    }

    /** A start named the reservation. */
    public CompletableFuture<@Nullable Object> used(StationCall call, int reservation, SessionId session) {
        return commands.record(
                new UseReservation(
                        book(call.station()),
                        reservation,
                        session,
                        call.receipt().receivedAt()),
                call);
    }

    public CompletableFuture<@Nullable Object> profileStored(
            StationOrder order, @Nullable ConnectorId connector, ChargingProfile profile) {
        return commands.persist(
                new KeepChargingProfile(book(order.station()), connector, profile, clock.instant()), order.actor());
    }

    public CompletableFuture<@Nullable Object> profilesCleared(StationOrder order, ChargingProfileFilter filter) {
        return commands.persist(
                new ClearChargingProfiles(book(order.station()), filter, clock.instant()), order.actor());
    }

    /** The station says that it is limited from outside. */
    public CompletableFuture<@Nullable Object> limited(StationCall call, ConnectorId connector, ChargingProfile limit) {
        return commands.record(
                new KeepChargingProfile(
                        book(call.station()), connector, limit, call.receipt().receivedAt()),
                call);
    }

    /** A limit from outside is gone. */
    public CompletableFuture<@Nullable Object> limitGone(StationCall call, ChargingProfileFilter filter) {
        return commands.record(
                new ClearChargingProfiles(
                        book(call.station()), filter, call.receipt().receivedAt()),
                call);
    }

    public CompletableFuture<@Nullable Object> localList(StationOrder order, int version) {
        return commands.persist(new NoteLocalList(book(order.station()), version, clock.instant()), order.actor());
    }

    /** The station shows another password from its next connection on. */
    public CompletableFuture<@Nullable Object> passwordChanged(StationOrder order, String password) {
        StationDoor door = StationDoor.of(order.station());
        return CompletableFuture.supplyAsync(() -> PasswordHash.of(password.getBytes(StandardCharsets.UTF_8)))
                .thenCompose(hash -> commands.persist(new SetPassword(door, hash, clock.instant()), order.actor()));
    }

    private static StationBook book(StationId station) {
        return StationBook.of(station);
    }
}
