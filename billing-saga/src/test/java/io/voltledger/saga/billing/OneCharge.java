package io.voltledger.saga.billing;

import io.voltledger.api.Energy;
import io.voltledger.api.Money;
import io.voltledger.api.Receipt;
import io.voltledger.api.billing.BillEvent;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.billing.BillTotals;
import io.voltledger.api.billing.CreditNoteId;
import io.voltledger.api.chargepoint.ConnectorId;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.payment.OrderId;
import io.voltledger.api.payment.PaymentEvent;
import io.voltledger.api.payment.PaymentId;
import io.voltledger.api.payment.PaymentMethodId;
import io.voltledger.api.session.SessionEvent.SessionStopped;
import io.voltledger.api.session.SessionId;
import io.voltledger.api.tariff.TariffId;
import io.voltledger.api.token.Authorization;
import io.voltledger.api.token.AuthorizationStatus;
import io.voltledger.api.token.IdToken;
import io.voltledger.api.wallet.HoldId;
import io.voltledger.api.wallet.LedgerEntry;
import io.voltledger.api.wallet.WalletEvent;
import io.voltledger.api.wallet.WalletId;
import java.time.Instant;
import java.util.List;

/** The facts of one charge of 12,100 won. */
final class OneCharge {

    static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");
    static final SessionId SESSION = new SessionId("CP-1:42");
    static final BillId BILL = BillId.of(SESSION);
    static final MemberId MEMBER = new MemberId("M1");
    static final WalletId WALLET = WalletId.of(MEMBER);
    static final IdToken TOKEN = new IdToken("TAG-1");
    static final PaymentMethodId CARD = new PaymentMethodId("pm-1");
    static final Money TOTAL = won(12_100);

    private OneCharge() {}

    static Money won(long amount) {
        return Money.of(amount, "KRW");
    }

    static HoldId hold(int attempt) {
        return new HoldId("hold-CP-1:42#" + attempt);
    }

    static PaymentId payment(int attempt) {
        return PaymentId.of(BILL, attempt);
    }

    static SessionStopped stopped() {
        return new SessionStopped(
                SESSION,
                SESSION.station(),
                new ConnectorId(1),
                TOKEN,
                new Authorization(AuthorizationStatus.ACCEPTED, MEMBER, null, null),
                Energy.wh(1_000),
                Energy.wh(31_000),
                Energy.wh(30_000),
                NOW.minusSeconds(3600),
                NOW,
                "Local",
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new Receipt("m-1", NOW));
    }

    static BillEvent.BillOpened opened() {
        return opened(TOTAL);
    }

    static BillEvent.BillOpened opened(Money total) {
        return new BillEvent.BillOpened(
                BILL,
                SESSION,
                MEMBER,
                TOKEN,
                new TariffId("standard"),
                1,
                List.of(),
                new BillTotals(total, won(0), total),
                NOW);
    }

    static WalletEvent.FundsHeld held(int attempt, long amount) {
        return new WalletEvent.FundsHeld(
                WALLET, hold(attempt), BILL, won(amount), LedgerEntry.of("a", "b", won(amount)), NOW);
    }

    static WalletEvent.HoldRefused nothingHeld(int attempt) {
        return new WalletEvent.HoldRefused(WALLET, hold(attempt), BILL, TOTAL, "no funds", NOW);
    }

    static WalletEvent.HoldExpired expired(int attempt, long amount) {
        return new WalletEvent.HoldExpired(
                WALLET, hold(attempt), BILL, won(amount), LedgerEntry.of("b", "a", won(amount)), NOW);
    }

    static PaymentEvent.PaymentApproved approved(int attempt, long amount) {
        return new PaymentEvent.PaymentApproved(
                payment(attempt), BILL, SESSION, MEMBER, won(amount), "pk-" + attempt, NOW);
    }

    static PaymentEvent.PaymentDeclined declined(int attempt) {
        return new PaymentEvent.PaymentDeclined(
                payment(attempt), BILL, SESSION, MEMBER, TOTAL, attempt, "REJECT_CARD_PAYMENT", "refused", NOW);
    }

    static PaymentEvent.PaymentOutcomeUnknown unknown(int attempt) {
        return new PaymentEvent.PaymentOutcomeUnknown(
                payment(attempt), BILL, OrderId.standingFor(payment(attempt).value()), "timeout", NOW);
    }

    static PaymentEvent.PaymentAbandoned abandoned(int attempt) {
        return new PaymentEvent.PaymentAbandoned(
                payment(attempt), BILL, OrderId.standingFor(payment(attempt).value()), "unknown for PT48H", NOW);
    }

    static PaymentEvent.PaymentApprovedLate approvedLate(int attempt) {
        return new PaymentEvent.PaymentApprovedLate(payment(attempt), BILL, TOTAL, "pk-" + attempt, NOW);
    }

    static BillEvent.CreditNoteIssued credited(long amount, long outstanding) {
        return new BillEvent.CreditNoteIssued(
                BILL,
                new CreditNoteId("N1"),
                SESSION,
                MEMBER,
                "the cable was wet",
                List.of(),
                new BillTotals(won(amount), won(0), won(amount)),
                won(outstanding),
                won(0),
                NOW);
    }

    static BillEvent.BillPaid paid() {
        return new BillEvent.BillPaid(BILL, SESSION, MEMBER, TOTAL, NOW);
    }

    static BillEvent.BillOverdue overdue() {
        return new BillEvent.BillOverdue(BILL, SESSION, MEMBER, TOTAL, NOW);
    }

    static BillEvent.BillPaymentRequested tryNow() {
        return new BillEvent.BillPaymentRequested(BILL, NOW);
    }
}
