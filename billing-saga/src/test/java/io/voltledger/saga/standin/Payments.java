package io.voltledger.saga.standin;

import io.voltledger.api.dunning.DunningCommand.AdvanceDunning;
import io.voltledger.api.dunning.DunningCommand.EndDunning;
import io.voltledger.api.dunning.DunningEvent.DunningAdvanced;
import io.voltledger.api.dunning.DunningEvent.DunningEnded;
import io.voltledger.api.dunning.DunningStage;
import io.voltledger.api.payment.PaymentCommand.AbandonPayment;
import io.voltledger.api.payment.PaymentCommand.ConfirmPayment;
import io.voltledger.api.payment.PaymentCommand.DeclinePayment;
import io.voltledger.api.payment.PaymentCommand.ReportPaymentCancelled;
import io.voltledger.api.payment.PaymentCommand.ReportUnknownOutcome;
import io.voltledger.api.payment.PaymentCommand.RequestPayment;
import io.voltledger.api.payment.PaymentEvent.PaymentAbandoned;
import io.voltledger.api.payment.PaymentEvent.PaymentApproved;
import io.voltledger.api.payment.PaymentEvent.PaymentApprovedLate;
import io.voltledger.api.payment.PaymentEvent.PaymentCancelled;
import io.voltledger.api.payment.PaymentEvent.PaymentDeclined;
import io.voltledger.api.payment.PaymentEvent.PaymentOutcomeUnknown;
import io.voltledger.api.payment.PaymentEvent.PaymentRequested;
import io.voltledger.api.payment.PaymentId;
import io.voltledger.api.payment.PaymentMethodCommand.RegisterPaymentMethod;
import io.voltledger.api.payment.PaymentMethodCommand.RemovePaymentMethod;
import io.voltledger.api.payment.PaymentMethodEvent.PaymentMethodRegistered;
import io.voltledger.api.token.TokenCommand.LiftRestriction;
import io.voltledger.api.token.TokenCommand.RestrictToken;
import io.voltledger.api.token.TokenEvent.TokenRestricted;
import io.voltledger.api.token.TokenEvent.TokenRestrictionLifted;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.gateway.EventGateway;

/** Attempts at payments, methods and restrictions. */
public final class Payments {

    /** Where an attempt stands. */
    public enum State {
        REQUESTED,
        UNKNOWN,
        APPROVED,
        DECLINED,
        ABANDONED,
        APPROVED_LATE,
        CANCELLED
    }

    private final Map<PaymentId, RequestPayment> requests = new ConcurrentHashMap<>();
    private final Map<PaymentId, State> states = new ConcurrentHashMap<>();
    private final EventGateway events;

    public Payments(EventGateway events) {
        this.events = events;
    }

    public Map<PaymentId, State> states() {
        return Map.copyOf(states);
    }

    @CommandHandler
    synchronized void handle(RequestPayment command) {
        if (requests.putIfAbsent(command.payment(), command) == null) {
            states.put(command.payment(), State.REQUESTED);
            events.publish(new PaymentRequested(
                    command.payment(),
                    command.bill(),
                    command.session(),
                    command.member(),
                    command.method(),
                    command.amount(),
                    command.attempt(),
                    command.order(),
                    command.at()));
        }
    }

    @CommandHandler
    synchronized void handle(ConfirmPayment command) {
        RequestPayment request = request(command.payment());
        switch (state(command.payment())) {
            case REQUESTED, UNKNOWN -> {
                states.put(command.payment(), State.APPROVED);
                events.publish(new PaymentApproved(
                        command.payment(),
                        request.bill(),
                        request.session(),
                        request.member(),
                        request.amount(),
                        command.providerKey(),
                        command.approvedAt()));
            }
            case ABANDONED -> {
                states.put(command.payment(), State.APPROVED_LATE);
                events.publish(new PaymentApprovedLate(
                        command.payment(),
                        request.bill(),
                        request.amount(),
                        command.providerKey(),
                        command.approvedAt()));
            }
            case APPROVED, DECLINED, APPROVED_LATE, CANCELLED -> {}
        }
    }

    @CommandHandler
    synchronized void handle(DeclinePayment command) {
        if (isOpen(command.payment())) {
            RequestPayment request = request(command.payment());
            states.put(command.payment(), State.DECLINED);
            events.publish(new PaymentDeclined(
                    command.payment(),
                    request.bill(),
                    request.session(),
                    request.member(),
                    request.amount(),
                    request.attempt(),
                    command.code(),
                    command.detail(),
                    command.at()));
        }
    }

    @CommandHandler
    synchronized void handle(ReportUnknownOutcome command) {
        if (state(command.payment()) == State.REQUESTED) {
            RequestPayment request = request(command.payment());
            states.put(command.payment(), State.UNKNOWN);
            events.publish(new PaymentOutcomeUnknown(
                    command.payment(), request.bill(), request.order(), command.cause(), command.at()));
        }
    }

    @CommandHandler
    synchronized void handle(AbandonPayment command) {
        if (isOpen(command.payment())) {
            RequestPayment request = request(command.payment());
            states.put(command.payment(), State.ABANDONED);
            events.publish(new PaymentAbandoned(
                    command.payment(), request.bill(), request.order(), command.reason(), command.at()));
        }
    }

    @CommandHandler
    synchronized void handle(ReportPaymentCancelled command) {
        if (states.replace(command.payment(), State.APPROVED_LATE, State.CANCELLED)) {
            RequestPayment request = request(command.payment());
            events.publish(new PaymentCancelled(command.payment(), request.bill(), request.amount(), command.at()));
        }
    }

    @CommandHandler
    void handle(RegisterPaymentMethod command) {
        events.publish(new PaymentMethodRegistered(
                command.method(), command.member(), command.issuer(), command.maskedNumber(), command.at()));
    }

    @CommandHandler
    void handle(RemovePaymentMethod command) {
        states.keySet()
                .removeIf(payment -> payment.value().equals(command.method().value()));
    }

    @CommandHandler
    void handle(RestrictToken command) {
        events.publish(new TokenRestricted(command.token(), command.bill(), command.at()));
    }

    @CommandHandler
    void handle(LiftRestriction command) {
        events.publish(new TokenRestrictionLifted(command.token(), command.bill(), command.at()));
    }

    @CommandHandler
    void handle(AdvanceDunning command) {
        events.publish(new DunningAdvanced(
                command.standing().member(),
                command.bill(),
                command.session(),
                command.stage(),
                command.outstanding(),
                command.at()));
    }

    @CommandHandler
    void handle(EndDunning command) {
        events.publish(new DunningEnded(
                command.standing().member(), command.bill(), command.session(), DunningStage.OVERDUE, command.at()));
    }

    private boolean isOpen(PaymentId payment) {
        State state = state(payment);
        return state == State.REQUESTED || state == State.UNKNOWN;
    }

    private State state(PaymentId payment) {
        return Objects.requireNonNull(states.get(payment));
    }

    private RequestPayment request(PaymentId payment) {
        return Objects.requireNonNull(requests.get(payment));
    }
}
