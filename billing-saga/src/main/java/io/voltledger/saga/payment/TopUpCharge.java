package io.voltledger.saga.payment;

import io.voltledger.api.topup.TopUpCommand.ConfirmTopUp;
import io.voltledger.api.topup.TopUpCommand.DeclineTopUp;
import io.voltledger.api.topup.TopUpCommand.ReportTopUpReturned;
import io.voltledger.api.topup.TopUpCommand.ReportTopUpUnknown;
import io.voltledger.api.topup.TopUpId;
import io.voltledger.saga.payment.ProviderOutcome.Approved;
import java.time.Instant;

/** A top-up of a wallet. */
record TopUpCharge(TopUpId topUp) implements Occasion {

    @Override
    public String subject() {
        return topUp.value();
    }

    @Override
    public String description() {
        return "Wallet " + topUp.value();
    }

    @Override
    public Object approved(Approved outcome) {
        return new ConfirmTopUp(topUp, outcome.providerKey(), outcome.approvedAt());
    }

    @Override
    public Object declined(String code, String detail, Instant at) {
        return new DeclineTopUp(topUp, code, detail, at);
    }

    @Override
    public Object unknown(String cause, Instant at) {
        return new ReportTopUpUnknown(topUp, cause, at);
    }

    @Override
    public Object cancelled(Instant at) {
        return new ReportTopUpReturned(topUp, at);
    }
}
