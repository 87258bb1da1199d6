package io.voltledger.saga.billing;

import io.voltledger.api.billing.BillCommand.NumberBill;
import io.voltledger.api.billing.BillEvent.BillOpened;
import io.voltledger.api.billing.BillEvent.CreditNoteIssued;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.billing.BillSeries;
import io.voltledger.api.billing.BillSeriesCommand.GiveNumber;
import io.voltledger.api.billing.CreditNoteId;
import io.voltledger.runtime.Context;
import io.voltledger.saga.NumberingSettings;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Gives each bill and each credit note its number, a moment after it was opened: it asks the series, then writes the number on the
 * document. Whoever dies in between asks again and gets the same number, so that none is lost; opening a bill never waits for it.
 */
@Component
@ProcessingGroup(BillNumbering.GROUP)
class BillNumbering {

    static final String GROUP = "bill-numbering";

    private static final String ACTOR = "process:bill-numbering";
    private static final int COMMAND_TIMEOUT_SECONDS = 20;

    private final CommandGateway commands;
    private final NumberingSettings settings;
    private final Clock clock;

    BillNumbering(CommandGateway commands, NumberingSettings settings, Clock clock) {
        this.commands = commands;
        this.settings = settings;
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

    private void number(BillId bill, @Nullable CreditNoteId creditNote, String issuer, Instant issuedAt) {
        BillSeries series =
                BillSeries.of(issuer, issuedAt.atZone(settings.zone()).getYear());
        Long number = send(new GiveNumber(series, bill, creditNote, clock.instant()));
        this.<Object>send(new NumberBill(bill, creditNote, series, Objects.requireNonNull(number), clock.instant()));
    }

    private <R> @Nullable R send(Object command) {
        return commands.sendAndWait(Context.command(command, ACTOR), COMMAND_TIMEOUT_SECONDS, TimeUnit.SECONDS);
    }
}
