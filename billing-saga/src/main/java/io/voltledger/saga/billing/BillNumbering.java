package io.voltledger.saga.billing;

import io.voltledger.api.billing.BillCommand.NumberBill;
import io.voltledger.api.billing.BillEvent.BillOpened;
import io.voltledger.api.billing.BillEvent.CreditNoteIssued;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.billing.BillSeries;
import io.voltledger.api.billing.BillSeriesCommand.GiveNumber;
import io.voltledger.api.billing.CreditNoteId;
import io.voltledger.api.operations.DeadLetterEvent.DeadLetterRedriven;
import io.voltledger.runtime.Context;
import io.voltledger.saga.NumberingSettings;
import io.voltledger.saga.operations.SetAside;
import io.voltledger.saga.operations.Unfinished;
import io.voltledger.saga.work.Outage;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Gives each bill and each credit note its number, a moment after it was opened: it asks the series, then writes the number on the
 * document. Whoever dies in between asks again and gets the same number, so that none is lost; opening a bill never waits for it.
 * A document that does not take its number keeps it until it does, however many numbers are given meanwhile.
 */
@Component
@ProcessingGroup(BillNumbering.GROUP)
class BillNumbering {

    static final String GROUP = "bill-numbering";

    private static final String ACTOR = "process:bill-numbering";
    private static final int COMMAND_TIMEOUT_SECONDS = 20;

    private final CommandGateway commands;
    private final NumberingSettings settings;
    private final SetAside setAside;
    private final Clock clock;

    /** What documents have not taken yet: the series forgets whom it gave a number that is long past. */
    private final Map<GivenTo, NumberBill> given = new ConcurrentHashMap<>();

    private record GivenTo(BillId bill, @Nullable CreditNoteId creditNote) {}

    BillNumbering(CommandGateway commands, NumberingSettings settings, SetAside setAside, Clock clock) {
        this.commands = commands;
        this.settings = settings;
        this.setAside = setAside;
        this.clock = clock;
    }

    @EventHandler
    void on(BillOpened event) {
        number(event.bill(), null, settings.issuer(), event.openedAt());
    }

    @EventHandler
    void on(CreditNoteIssued event) {
        number(event.bill(), event.creditNote(), settings.creditIssuer(), event.issuedAt());
    }

    @EventHandler
    void on(DeadLetterRedriven event) {
        setAside.again(GROUP, event).ifPresent(this::again);
    }

    private void again(Object fact) {
        switch (fact) {
            case BillOpened opened -> on(opened);
            case CreditNoteIssued note -> on(note);
            case NumberBill number -> write(number);
            default -> throw new IllegalArgumentException("No number follows from " + fact);
        }
    }

    private void number(BillId bill, @Nullable CreditNoteId creditNote, String issuer, Instant issuedAt) {
        BillSeries series =
                BillSeries.of(issuer, issuedAt.atZone(settings.zone()).getYear());
        write(given.computeIfAbsent(new GivenTo(bill, creditNote), document -> ask(series, document)));
    }

    private NumberBill ask(BillSeries series, GivenTo document) {
        Instant now = clock.instant();
        Long number = send(new GiveNumber(series, document.bill(), document.creditNote(), now));
        return new NumberBill(document.bill(), document.creditNote(), series, Objects.requireNonNull(number), now);
    }

    private void write(NumberBill number) {
        try {
            this.<Object>send(number);
        } catch (RuntimeException failure) {
            if (Outage.isBehind(failure)) {
                throw failure;
            }
            throw new Unfinished(List.of(new Unfinished.Part(number, failure)));
        }
        given.remove(new GivenTo(number.bill(), number.creditNote()));
    }

    private <R> @Nullable R send(Object command) {
        return commands.sendAndWait(Context.command(command, ACTOR), COMMAND_TIMEOUT_SECONDS, TimeUnit.SECONDS);
    }
}
