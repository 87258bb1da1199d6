package io.voltledger.saga.payment;

import io.voltledger.api.payment.PaymentCommand.ConfirmPayment;
import io.voltledger.api.payment.PaymentCommand.DeclinePayment;
import io.voltledger.api.payment.PaymentCommand.ReportPaymentCancelled;
import io.voltledger.api.payment.PaymentCommand.ReportUnknownOutcome;
import io.voltledger.api.payment.PaymentId;
import io.voltledger.api.session.SessionId;
import io.voltledger.saga.payment.ProviderOutcome.Approved;
import java.time.Instant;

/** An attempt at the bill of a session. */
record BillCharge(PaymentId payment, SessionId session) implements Occasion {

    @Override
    public String subject() {
        return session.value();
    }

    @Override
    public String description() {
        return "Charging " + session.value();
    }

    @Override
    public Object approved(Approved outcome) {
        return new ConfirmPayment(payment, outcome.providerKey(), outcome.approvedAt());
    }

    @Override
    public Object declined(String code, String detail, Instant at) {
        return new DeclinePayment(payment, code, detail, at);
    }

    @Override
    public Object unknown(String cause, Instant at) {
        return new ReportUnknownOutcome(payment, cause, at);
    }

    @Override
    public Object cancelled(Instant at) {
        return new ReportPaymentCancelled(payment, at);
    }
}
