package io.voltledger.command.chargepoint;

import io.voltledger.api.chargepoint.ConnectorId;
import io.voltledger.api.chargepoint.Reservation;
import io.voltledger.api.chargepoint.StationBook;
import io.voltledger.api.chargepoint.StationBookCommand.CancelReservation;
import io.voltledger.api.chargepoint.StationBookCommand.KeepReservation;
import io.voltledger.api.chargepoint.StationBookCommand.NoteLocalList;
import io.voltledger.api.chargepoint.StationBookCommand.UseReservation;
import io.voltledger.api.chargepoint.StationBookEvent.LocalListNoted;
import io.voltledger.api.chargepoint.StationBookEvent.ReservationCancelled;
import io.voltledger.api.chargepoint.StationBookEvent.ReservationMade;
import io.voltledger.api.chargepoint.StationBookEvent.ReservationUsed;
import io.voltledger.api.chargepoint.StationId;
import io.voltledger.api.session.SessionId;
import io.voltledger.api.token.IdToken;
import java.time.Instant;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class StationRecordTest {

    private static final Instant AT = Instant.parse("2026-11-21T01:00:00Z");
    private static final StationBook BOOK = StationBook.of(new StationId("CP-1"));
    private static final SessionId SESSION = new SessionId("CP-1:7");
    private static final Reservation RESERVATION =
            new Reservation(5, new ConnectorId(1), new IdToken("TAG1"), null, AT.plusSeconds(900));

    private final AggregateTestFixture<StationRecord> book = new AggregateTestFixture<>(StationRecord.class);

    @Test
    void keepsAReservationOnceAndReplacesItByAnother() {
        ReservationMade made = new ReservationMade(BOOK, RESERVATION, AT);
        Reservation later = new Reservation(5, new ConnectorId(2), new IdToken("TAG2"), null, AT.plusSeconds(1_800));
        book.givenNoPriorActivity()
                .when(new KeepReservation(BOOK, RESERVATION, AT))
                .expectEvents(made);
        book.given(made)
                .when(new KeepReservation(BOOK, RESERVATION, AT))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        book.given(made).when(new KeepReservation(BOOK, later, AT)).expectEvents(new ReservationMade(BOOK, later, AT));
    }

    @Test
    void endsAReservationOnce() {
        ReservationMade made = new ReservationMade(BOOK, RESERVATION, AT);
        ReservationUsed used = new ReservationUsed(BOOK, 5, SESSION, AT);
        ReservationCancelled cancelled = new ReservationCancelled(BOOK, 5, AT);
        book.given(made).when(new UseReservation(BOOK, 5, SESSION, AT)).expectEvents(used);
        book.given(made).when(new CancelReservation(BOOK, 5, AT)).expectEvents(cancelled);
        book.given(made, used)
                .when(new UseReservation(BOOK, 5, SESSION, AT))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        book.given(made, cancelled)
                .when(new UseReservation(BOOK, 5, SESSION, AT))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void knowsNothingOfAReservationThatWasNeverMade() {
        book.givenNoPriorActivity()
                .when(new UseReservation(BOOK, 9, SESSION, AT))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        book.givenNoPriorActivity()
                .when(new CancelReservation(BOOK, 9, AT))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void forgetsReservationsThatExpiredWhenTheNextIsMade() {
        ReservationMade expired = new ReservationMade(BOOK, RESERVATION, AT);
        Reservation next = new Reservation(6, new ConnectorId(1), new IdToken("TAG1"), null, AT.plusSeconds(9_000));
        ReservationMade inTime = new ReservationMade(BOOK, next, AT.plusSeconds(900));
        ReservationMade tooLate = new ReservationMade(BOOK, next, AT.plusSeconds(901));
        UseReservation use = new UseReservation(BOOK, 5, SESSION, AT);
        book.given(expired, inTime).when(use).expectEvents(new ReservationUsed(BOOK, 5, SESSION, AT));
        book.given(expired, tooLate)
                .when(use)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void notesTheVersionOfTheLocalList() {
        book.givenNoPriorActivity().when(new NoteLocalList(BOOK, 3, AT)).expectEvents(new LocalListNoted(BOOK, 3, AT));
    }
}
