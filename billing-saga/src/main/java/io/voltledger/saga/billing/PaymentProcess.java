package io.voltledger.saga.billing;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.voltledger.api.Money;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.payment.PaymentId;
import io.voltledger.api.session.SessionId;
import io.voltledger.api.token.IdToken;
import io.voltledger.api.wallet.HoldId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the payment of one session stands; kept as the saga's JSON.
 *
 * @param debt what is owed and by whom; absent until the bill is open
 * @param attempt the number of the attempt under way or of the last one; 0 before the first
 * @param onDemand whether somebody asked for this attempt; its failure does not use up the schedule
 * @param retries how many delays of the schedule were used
 * @param held what the wallet holds for this attempt; absent where it holds nothing
 * @param overdue whether the bill was marked overdue
 */
record PaymentProcess(
        SessionId session,
        BillId bill,
        @Nullable Debt debt,
        Phase phase,
        int attempt,
        boolean onDemand,
        int retries,
        @Nullable Money held,
        boolean overdue) {

    /** What is owed, by whom, and the token that charging was started with. */
    record Debt(MemberId member, @Nullable IdToken token, Money amount) {}

    /** What the process waits for. */
    enum Phase {
        /** The bill. */
        OPENING,
        /** A person who looks at a doubtful bill. */
        PARKED,
        /** The wallet. */
        HOLDING,
        /** The payment provider's answer. */
        CHARGING,
        /** Somebody who knows whether money moved. */
        UNKNOWN,
        /** The bill to take the money in. */
        SETTLING,
        /** The time of the next attempt. */
        WAITING,
        /** Somebody who asks to try again. */
        OVERDUE
    }

    static PaymentProcess of(SessionId session, BillId bill) {
        return new PaymentProcess(session, bill, null, Phase.OPENING, 0, false, 0, null, false);
    }

    /** The payment of the attempt under way. */
    PaymentId payment() {
        return PaymentId.of(bill, attempt);
    }

    /** The hold of the attempt under way: another one for each, and never a payment's id, for a bill books by both. */
    HoldId hold() {
        return new HoldId("hold-" + payment().value());
    }

    Optional<Debt> owed() {
        return Optional.ofNullable(debt);
    }

    Optional<Money> inHold() {
        return Optional.ofNullable(held);
    }

    /** Whether nothing is under way, so that an attempt may begin. */
    @JsonIgnore
    boolean isIdle() {
        return phase == Phase.WAITING || phase == Phase.OVERDUE;
    }

    /** Whether money may be held or taken at this moment. */
    @JsonIgnore
    boolean isInFlight() {
        return phase == Phase.HOLDING || phase == Phase.CHARGING || phase == Phase.UNKNOWN;
    }

    /** Whether the bill asks for nothing any more: a credit note came while an attempt was under way. */
    @JsonIgnore
    boolean isSettled() {
        return debt != null && debt.amount().isZero();
    }

    boolean isChargingFor(PaymentId payment) {
        return (phase == Phase.CHARGING || phase == Phase.UNKNOWN) && payment.equals(payment());
    }

    PaymentProcess in(Phase next) {
        return new PaymentProcess(session, bill, debt, next, attempt, onDemand, retries, held, overdue);
    }

    PaymentProcess owing(Debt owed) {
        return new PaymentProcess(session, bill, owed, phase, attempt, onDemand, retries, held, overdue);
    }

    /** The same debtor owes another amount from now on. */
    PaymentProcess owing(Money amount) {
        return debt == null ? this : owing(new Debt(debt.member(), debt.token(), amount));
    }

    PaymentProcess nextAttempt(boolean asked) {
        return new PaymentProcess(session, bill, debt, Phase.HOLDING, attempt + 1, asked, retries, null, overdue);
    }

    PaymentProcess holding(@Nullable Money amount) {
        return new PaymentProcess(session, bill, debt, phase, attempt, onDemand, retries, amount, overdue);
    }

    PaymentProcess withRetries(int used) {
        return new PaymentProcess(session, bill, debt, phase, attempt, onDemand, used, held, overdue);
    }

    PaymentProcess markedOverdue() {
        return new PaymentProcess(session, bill, debt, Phase.OVERDUE, attempt, onDemand, retries, held, true);
    }
}
