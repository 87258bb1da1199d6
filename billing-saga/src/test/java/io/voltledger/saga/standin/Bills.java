package io.voltledger.saga.standin;

import io.voltledger.api.Money;
import io.voltledger.api.billing.BillCommand.ApplyPayment;
import io.voltledger.api.billing.BillCommand.MarkBillOverdue;
import io.voltledger.api.billing.BillCommand.OpenBill;
import io.voltledger.api.billing.BillCommand.RequestBillPayment;
import io.voltledger.api.billing.BillEvent.BillOpened;
import io.voltledger.api.billing.BillEvent.BillOverdue;
import io.voltledger.api.billing.BillEvent.BillPaid;
import io.voltledger.api.billing.BillEvent.BillPaymentRequested;
import io.voltledger.api.billing.BillEvent.PaymentApplied;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.billing.BillTotals;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.session.SessionId;
import io.voltledger.api.tariff.TariffId;
import io.voltledger.api.token.IdToken;
import io.voltledger.runtime.CommandRejected;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.gateway.EventGateway;
import org.jspecify.annotations.Nullable;

/** Bills of 12,100 won each. */
public final class Bills {

    public static final Money TOTAL = Money.of(12_100, "KRW");

    private static final class State {
        private final BillOpened opened;
        private final Set<String> references = new HashSet<>();
        private Money outstanding = TOTAL;

        State(BillOpened opened) {
            this.opened = opened;
        }
    }

    private final Map<BillId, State> bills = new ConcurrentHashMap<>();
    private final Set<BillId> overdue = ConcurrentHashMap.newKeySet();
    private final EventGateway events;

    public Bills(EventGateway events) {
        this.events = events;
    }

    public boolean isOpen(BillId bill) {
        return bills.containsKey(bill);
    }

    public boolean isPaid(BillId bill) {
        State state = bills.get(bill);
        return state != null && state.outstanding.isZero();
    }

    public boolean isOverdue(BillId bill) {
        return overdue.contains(bill);
    }

    @CommandHandler
    synchronized void handle(OpenBill command) {
        if (bills.containsKey(command.bill())) {
            return;
        }
        BillOpened opened = opened(
                command.bill(),
                command.session(),
                Objects.requireNonNull(command.member()),
                command.token(),
                command.at());
        bills.put(command.bill(), new State(opened));
        events.publish(opened);
    }

    /** What is said of such a bill. */
    public static BillOpened opened(
            BillId bill, SessionId session, MemberId member, @Nullable IdToken token, Instant at) {
        return new BillOpened(
                bill,
                session,
                member,
                token,
                new TariffId("flat"),
                1,
                List.of(),
                new BillTotals(TOTAL, Money.of(0, "KRW"), TOTAL),
                at);
    }

    @CommandHandler
    synchronized void handle(ApplyPayment command) {
        State state = Objects.requireNonNull(bills.get(command.bill()));
        if (!state.references.add(command.reference())) {
            return;
        }
        if (command.amount().compareTo(state.outstanding) > 0) {
            throw new CommandRejected("overpayment", command.reference());
        }
        state.outstanding = state.outstanding.minus(command.amount());
        events.publish(new PaymentApplied(
                command.bill(),
                command.source(),
                command.reference(),
                command.amount(),
                state.outstanding,
                command.at()));
        if (state.outstanding.isZero()) {
            events.publish(
                    new BillPaid(command.bill(), state.opened.session(), state.opened.member(), TOTAL, command.at()));
        }
    }

    @CommandHandler
    synchronized void handle(MarkBillOverdue command) {
        State state = Objects.requireNonNull(bills.get(command.bill()));
        if (overdue.add(command.bill())) {
            events.publish(new BillOverdue(
                    command.bill(), state.opened.session(), state.opened.member(), state.outstanding, command.at()));
        }
    }

    @CommandHandler
    void handle(RequestBillPayment command) {
        events.publish(new BillPaymentRequested(command.bill(), command.at()));
    }
}
