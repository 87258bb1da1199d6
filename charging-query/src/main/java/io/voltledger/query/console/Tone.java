package io.voltledger.query.console;

import io.voltledger.api.billing.BillState;
import io.voltledger.api.chargepoint.ConnectorStatus;
import io.voltledger.api.chargepoint.StationMessage.Outcome;
import io.voltledger.api.dunning.DunningStage;
import io.voltledger.api.notification.NotificationState;
import io.voltledger.api.operations.DeadLetterSource;
import io.voltledger.api.payment.PaymentState;
import io.voltledger.api.reconciliation.ReconciliationCase;
import io.voltledger.api.refund.RefundState;
import io.voltledger.api.topup.TopUpState;

/** The colour that goes with a state's word; it never stands alone. */
public final class Tone {

    static final Tone INSTANCE = new Tone();

    private Tone() {}

    public String connector(ConnectorStatus status) {
        return switch (status) {
            case AVAILABLE -> "green";
            case CHARGING -> "blue";
            case PREPARING, FINISHING, OCCUPIED -> "cyan";
            case SUSPENDED_EV, SUSPENDED_EVSE -> "yellow";
            case RESERVED -> "purple";
            case FAULTED -> "red";
            case UNAVAILABLE, UNKNOWN -> "secondary";
        };
    }

    public String message(Outcome outcome) {
        return switch (outcome) {
            case ANSWERED -> "green";
            case ERROR, REFUSED -> "red";
            case TIMED_OUT, DROPPED -> "orange";
            case IGNORED -> "secondary";
            case LATE -> "yellow";
        };
    }

    public String payment(PaymentState state) {
        return switch (state) {
            case APPROVED -> "green";
            case REQUESTED -> "blue";
            case DECLINED -> "red";
            case UNKNOWN, APPROVED_LATE -> "orange";
            case CHARGED_BACK -> "red";
            case ABANDONED, CANCELLED, SETTLED -> "secondary";
        };
    }

    public String bill(BillState state) {
        return switch (state) {
            case PAID -> "green";
            case OPEN -> "blue";
            case PARKED -> "orange";
            case OVERDUE -> "red";
        };
    }

    public String topUp(TopUpState state) {
        return switch (state) {
            case COMPLETED -> "green";
            case REQUESTED, CHARGED -> "blue";
            case UNKNOWN, RETURNING -> "orange";
            case DECLINED -> "red";
            case RETURNED, RETURNED_BY_HAND -> "secondary";
        };
    }

    public String dunning(DunningStage stage) {
        return switch (stage) {
            case OVERDUE -> "orange";
            case RESTRICTED, SUSPENDED -> "red";
        };
    }

    public String refund(RefundState state) {
        return switch (state) {
            case COMPLETED -> "green";
            case RETURNING -> "blue";
            case WAITING_FOR_APPROVAL -> "orange";
            case FAILED -> "red";
            case REJECTED -> "secondary";
        };
    }

    public String letter(DeadLetterSource source) {
        return switch (source) {
            case PAYMENT -> "red";
            case PROCESS -> "orange";
            case PROJECTION -> "blue";
            case INTEGRATION -> "purple";
            case MAIL -> "secondary";
        };
    }

    public String difference(ReconciliationCase.State state) {
        return switch (state) {
            case OPEN -> "orange";
            case RESOLVED -> "green";
        };
    }

    public String notification(NotificationState state) {
        return switch (state) {
            case SENT -> "green";
            case REQUESTED -> "blue";
            case FAILED -> "red";
        };
    }
}
