package io.voltledger.saga.payment;

import io.voltledger.saga.payment.PaymentProvider.Cancellation;
import io.voltledger.saga.payment.PaymentProvider.Charge;
import io.voltledger.saga.payment.PaymentVault.Credential;
import io.voltledger.saga.payment.ProviderOutcome.Declined;
import io.voltledger.saga.payment.ProviderOutcome.NotFound;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which call an intent needs. */
@Component
class ProviderCalls {

    private final PaymentProvider provider;
    private final PaymentVault vault;

    ProviderCalls(PaymentProvider provider, PaymentVault vault) {
        this.provider = provider;
        this.vault = vault;
    }

    ProviderOutcome make(PaymentIntent intent) {
        return switch (intent.kind()) {
            case CHARGE -> intent.abandoned() ? ask(intent) : charge(intent);
            case QUERY -> ask(intent);
            case CANCEL, REFUND -> cancel(intent);
        };
    }

    /**
     * One that was tried before may have been done without our knowledge: the provider is asked first, for after some days
     * it has forgotten the key, and would give the money back once more.
     */
    private ProviderOutcome cancel(PaymentIntent intent) {
        Cancellation cancellation = new Cancellation(
                Optional.ofNullable(intent.providerKey()).orElseThrow(),
                intent.order(),
                intent.amount(),
                intent.cancelReason(),
                intent.idempotencyKey());
        ProviderOutcome before = intent.attempts() == 1 ? new NotFound() : provider.find(cancellation);
        return before instanceof NotFound ? provider.cancel(cancellation) : before;
    }

    /** An order that the provider never got is sent again under its key, unless the platform gave the payment up. */
    private ProviderOutcome ask(PaymentIntent intent) {
        ProviderOutcome outcome = provider.query(intent.order(), intent.amount());
        return outcome instanceof NotFound && !intent.abandoned() ? charge(intent) : outcome;
    }

    private ProviderOutcome charge(PaymentIntent intent) {
        if (intent.method() == null) {
            return new Declined("NO_PAYMENT_METHOD", "the member has registered no payment method");
        }
        Optional<Credential> credential = vault.credential(intent.method());
        return credential.isEmpty()
                ? new Declined("NO_PAYMENT_METHOD", "the payment method is not in the vault")
                : provider.charge(new Charge(
                        credential.get().billingKey(),
                        credential.get().customerKey(),
                        intent.order(),
                        intent.orderName(),
                        intent.amount(),
                        intent.idempotencyKey()));
    }
}
