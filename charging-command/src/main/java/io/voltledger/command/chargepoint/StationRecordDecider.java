package io.voltledger.command.chargepoint;

import io.voltledger.api.chargepoint.StationBookCommand;
import io.voltledger.api.chargepoint.StationBookCommand.CancelReservation;
import io.voltledger.api.chargepoint.StationBookCommand.ClearChargingProfiles;
import io.voltledger.api.chargepoint.StationBookCommand.KeepChargingProfile;
import io.voltledger.api.chargepoint.StationBookCommand.KeepReservation;
import io.voltledger.api.chargepoint.StationBookCommand.NoteLocalList;
import io.voltledger.api.chargepoint.StationBookCommand.UseReservation;
import io.voltledger.api.chargepoint.StationBookEvent;
import io.voltledger.api.chargepoint.StationBookEvent.ChargingProfileStored;
import io.voltledger.api.chargepoint.StationBookEvent.ChargingProfilesCleared;
import io.voltledger.api.chargepoint.StationBookEvent.LocalListNoted;
import io.voltledger.api.chargepoint.StationBookEvent.ReservationCancelled;
import io.voltledger.api.chargepoint.StationBookEvent.ReservationMade;
import io.voltledger.api.chargepoint.StationBookEvent.ReservationUsed;
import io.voltledger.command.Decision;

/** What a station says of what it keeps is noted; a reservation that is over, or was never made here, is used by nobody. */
final class StationRecordDecider {

    private StationRecordDecider() {}

    static Decision<StationBookEvent> decide(StationBookCommand command, StationRecordFacts facts) {
        return switch (command) {
            case KeepReservation keep ->
                keep.reservation()
                                .equals(facts.reservations()
                                        .get(keep.reservation().id()))
                        ? Decision.nothing()
                        : Decision.of(new ReservationMade(keep.book(), keep.reservation(), keep.at()));
            case CancelReservation cancel ->
                facts.reservations().containsKey(cancel.reservation())
                        ? Decision.of(new ReservationCancelled(cancel.book(), cancel.reservation(), cancel.at()))
                        : Decision.nothing();
            case UseReservation use ->
                facts.reservations().containsKey(use.reservation())
                        ? Decision.of(new ReservationUsed(use.book(), use.reservation(), use.session(), use.at()))
                        : Decision.nothing();
            case KeepChargingProfile keep ->
                Decision.of(new ChargingProfileStored(keep.book(), keep.connector(), keep.profile(), keep.at()));
            case ClearChargingProfiles clear ->
                Decision.of(new ChargingProfilesCleared(clear.book(), clear.filter(), clear.at()));
            case NoteLocalList note -> Decision.of(new LocalListNoted(note.book(), note.version(), note.at()));
        };
    }

    static StationRecordFacts evolve(StationRecordFacts facts, StationBookEvent event) {
        return switch (event) {
            case ReservationMade made -> facts.with(made.reservation(), made.madeAt());
            case ReservationCancelled cancelled -> facts.without(cancelled.reservation());
            case ReservationUsed used -> facts.without(used.reservation());
            case ChargingProfileStored stored -> facts;
            case ChargingProfilesCleared cleared -> facts;
            case LocalListNoted noted -> facts;
        };
    }
}
