package io.voltledger.saga.standin;

import io.voltledger.api.refund.RefundCommand.ReportRefundPart;
import io.voltledger.api.topup.TopUpCommand.DeclineTopUp;
import io.voltledger.api.topup.TopUpCommand.ReportTopUpCredited;
import org.axonframework.commandhandling.CommandHandler;

/** Top-ups and refunds that take every report. */
public final class Reports {

    @CommandHandler
    void handle(ReportTopUpCredited command) {
        // What came to the wallet is the wallet's to tell.
    }

    @CommandHandler
    void handle(DeclineTopUp command) {
        // Nothing moved.
    }

    @CommandHandler
    void handle(ReportRefundPart command) {
        // So is what came back to it.
    }
}
