package io.voltledger.saga.payment;

import io.voltledger.api.member.MemberId;
import io.voltledger.api.payment.PaymentMethodCommand;
import io.voltledger.api.payment.PaymentMethodCommand.RegisterPaymentMethod;
import io.voltledger.api.payment.PaymentMethodCommand.RemovePaymentMethod;
import io.voltledger.api.payment.PaymentMethodId;
import io.voltledger.runtime.CommandRejected;
import io.voltledger.runtime.Context;
import io.voltledger.runtime.operator.SignedIn;
import io.voltledger.saga.payment.CardRegistration.Refused;
import io.voltledger.saga.payment.CardRegistration.Registered;
import io.voltledger.saga.payment.CardRegistration.Unavailable;
import io.voltledger.saga.payment.PaymentMethodController.PaymentMethodView;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/**
 * Registers a card: at the provider, in the vault, then as a fact. The method's id follows from what the card form
 * returned, so that a request that is sent again leads to the same method.
 */
@Component
class PaymentMethodRegistration {

    private static final int TIMEOUT_SECONDS = 20;

    private final PaymentProvider provider;
    private final PaymentVault vault;
    private final CommandGateway commands;
    private final Clock clock;

    PaymentMethodRegistration(PaymentProvider provider, PaymentVault vault, CommandGateway commands, Clock clock) {
        this.provider = provider;
        this.vault = vault;
        this.commands = commands;
        this.clock = clock;
    }

    PaymentMethodView register(MemberId member, String authKey, String customerKey) {
        PaymentMethodId method = new PaymentMethodId("pm-"
                + UUID.nameUUIDFromBytes(
                        (member.value() + '\n' + customerKey + '\n' + authKey).getBytes(StandardCharsets.UTF_8)));
        Registered card = switch (provider.register(authKey, customerKey, "register-" + method.value())) {
            case Registered registered -> registered;
            case Refused refused -> throw new CommandRejected("card-refused", refused.code());
            case Unavailable unavailable ->
                throw new ResponseStatusException(
                        HttpStatus.SERVICE_UNAVAILABLE, "The payment provider cannot be used at the moment");
        };
        vault.store(method, member, customerKey, card, clock.instant());
        send(new RegisterPaymentMethod(method, member, card.issuer(), card.maskedNumber(), clock.instant()));
        return new PaymentMethodView(method.value(), member.value(), card.issuer(), card.maskedNumber());
    }

    void remove(PaymentMethodId method) {
        send(new RemovePaymentMethod(method, clock.instant()));
        vault.remove(method, clock.instant());
    }

    private void send(PaymentMethodCommand command) {
        commands.sendAndWait(Context.command(command, SignedIn.actor()), TIMEOUT_SECONDS, TimeUnit.SECONDS);
    }
}
