package io.voltledger.command.topup;

import io.voltledger.api.Rejection;
import io.voltledger.api.payment.OrderId;
import io.voltledger.api.topup.TopUpCommand;
import io.voltledger.api.topup.TopUpCommand.ConfirmTopUp;
import io.voltledger.api.topup.TopUpCommand.DeclineTopUp;
import io.voltledger.api.topup.TopUpCommand.ReportTopUpCredited;
import io.voltledger.api.topup.TopUpCommand.ReportTopUpRefused;
import io.voltledger.api.topup.TopUpCommand.ReportTopUpReturned;
import io.voltledger.api.topup.TopUpCommand.ReportTopUpReturnedByHand;
import io.voltledger.api.topup.TopUpCommand.ReportTopUpUnknown;
import io.voltledger.api.topup.TopUpCommand.RequestTopUp;
import io.voltledger.api.topup.TopUpEvent;
import io.voltledger.api.topup.TopUpEvent.TopUpCharged;
import io.voltledger.api.topup.TopUpEvent.TopUpCompleted;
import io.voltledger.api.topup.TopUpEvent.TopUpDeclined;
import io.voltledger.api.topup.TopUpEvent.TopUpOutcomeUnknown;
import io.voltledger.api.topup.TopUpEvent.TopUpRefused;
import io.voltledger.api.topup.TopUpEvent.TopUpRequested;
import io.voltledger.api.topup.TopUpEvent.TopUpReturned;
import io.voltledger.api.topup.TopUpEvent.TopUpReturnedByHand;
import io.voltledger.command.Decision;
import io.voltledger.command.topup.TopUpFacts.Stage;
import java.util.Objects;

/** The rules of a top-up: money that was taken ends in the wallet or goes back, and the first final report counts. */
final class TopUpDecider {

    private TopUpDecider() {}

    static Decision<TopUpEvent> decide(TopUpCommand command, TopUpFacts facts) {
        TopUpRequested asked = facts.requested();
        if (command instanceof RequestTopUp request) {
            return asked == null ? request(request) : again(request, asked);
        }
        if (asked == null) {
            return Decision.notFound("top-up " + command.topUp().value());
        }
        return switch (command) {
            case RequestTopUp repeated -> Decision.nothing();
            case ConfirmTopUp confirm -> confirm(confirm, asked, facts.stage());
            case DeclineTopUp decline ->
                isOpen(facts.stage())
                        ? Decision.of(new TopUpDeclined(
                                asked.topUp(),
                                asked.member(),
                                asked.amount(),
                                decline.code(),
                                decline.detail(),
                                decline.at()))
                        : Decision.nothing();
            case ReportTopUpUnknown unknown ->
                facts.stage() == Stage.REQUESTED
                        ? Decision.of(new TopUpOutcomeUnknown(
                                asked.topUp(), asked.member(), asked.order(), unknown.cause(), unknown.at()))
                        : Decision.nothing();
            case ReportTopUpCredited credited ->
                facts.stage() == Stage.CHARGED
                        ? Decision.of(new TopUpCompleted(asked.topUp(), asked.member(), asked.amount(), credited.at()))
                        : Decision.nothing();
            case ReportTopUpRefused refused ->
                facts.stage() == Stage.CHARGED
                        ? Decision.of(new TopUpRefused(
                                asked.topUp(),
                                asked.member(),
                                asked.amount(),
                                Objects.requireNonNull(facts.providerKey()),
                                refused.code(),
                                refused.detail(),
                                refused.at()))
                        : Decision.nothing();
            case ReportTopUpReturned returned ->
                facts.stage() == Stage.REFUSED
                        ? Decision.of(new TopUpReturned(asked.topUp(), asked.member(), asked.amount(), returned.at()))
                        : Decision.nothing();
            case ReportTopUpReturnedByHand returned ->
                facts.stage() == Stage.REFUSED
                        ? Decision.of(new TopUpReturnedByHand(
                                asked.topUp(), asked.member(), asked.amount(), returned.reason(), returned.at()))
                        : Decision.nothing();
        };
    }

    private static Decision<TopUpEvent> request(RequestTopUp command) {
        return command.amount().isPositive()
                ? Decision.of(new TopUpRequested(
                        command.topUp(),
                        command.topUp().member(),
                        command.amount(),
                        OrderId.standingFor(command.topUp().toString()),
                        command.at()))
                : Decision.refused("amount-invalid", "A top-up is more than nothing");
    }

    private static Decision<TopUpEvent> again(RequestTopUp command, TopUpRequested asked) {
        return command.amount().equals(asked.amount())
                ? Decision.nothing()
                : Decision.refused(Rejection.ALREADY_EXISTS, "The top-up was asked for with another amount");
    }

    /** Money that is found taken after the member was told that it was declined goes back: another try may be under way. */
    private static Decision<TopUpEvent> confirm(ConfirmTopUp command, TopUpRequested asked, Stage stage) {
        TopUpCharged charged = new TopUpCharged(
                asked.topUp(), asked.member(), asked.amount(), command.providerKey(), command.approvedAt());
        return switch (stage) {
            case REQUESTED, UNKNOWN -> Decision.of(charged);
            case DECLINED ->
                Decision.of(
                        charged,
                        new TopUpRefused(
                                asked.topUp(),
                                asked.member(),
                                asked.amount(),
                                command.providerKey(),
                                "declined-before",
                                "The top-up had been declined when its money was found taken",
                                command.approvedAt()));
            case CHARGED, COMPLETED, REFUSED, RETURNED -> Decision.nothing();
        };
    }

    private static boolean isOpen(Stage stage) {
        return stage == Stage.REQUESTED || stage == Stage.UNKNOWN;
    }

    static TopUpFacts evolve(TopUpFacts facts, TopUpEvent event) {
        return switch (event) {
            case TopUpRequested requested -> new TopUpFacts(requested, Stage.REQUESTED, null);
            case TopUpOutcomeUnknown unknown -> facts.in(Stage.UNKNOWN);
            case TopUpDeclined declined -> facts.in(Stage.DECLINED);
            case TopUpCharged charged -> facts.charged(charged.providerKey());
            case TopUpCompleted completed -> facts.in(Stage.COMPLETED);
            case TopUpRefused refused -> facts.in(Stage.REFUSED);
            case TopUpReturned returned -> facts.in(Stage.RETURNED);
            case TopUpReturnedByHand returned -> facts.in(Stage.RETURNED);
        };
    }
}
