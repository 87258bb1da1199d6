package io.voltledger.saga.payment;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.voltledger.api.Money;
import io.voltledger.api.payment.OrderId;
import io.voltledger.saga.SagaSettings;
import io.voltledger.saga.payment.ProviderOutcome.NotReached;
import io.voltledger.saga.payment.ProviderOutcome.Unknown;
import io.voltledger.saga.payment.ReservationStep.Capability;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A provider that is left alone while it does not answer: after too many calls of unknown outcome the circuit opens, and
 * what would have been called is told that nothing left us, so that it is tried later by the technical schedule and no
 * more outcomes become unknown. After a while a few calls are let through to see whether it is back. No more than so many
 * calls are under way at once, whoever makes them; how long one may take is the adapter's read timeout.
 */
final class GuardedProvider implements PaymentProvider {

    private static final String NAME = "payment-provider";

    private final PaymentProvider provider;
    private final CircuitBreaker circuit;
    private final Bulkhead bulkhead;

    GuardedProvider(PaymentProvider provider, SagaSettings.Guard settings, Clock clock) {
        this.provider = provider;
        circuit = CircuitBreaker.of(
                NAME,
                CircuitBreakerConfig.custom()
                        .clock(clock)
                        .slidingWindowSize(settings.window())
                        .minimumNumberOfCalls(settings.window())
                        .failureRateThreshold(settings.failurePercent())
                        .waitDurationInOpenState(settings.openFor())
                        .permittedNumberOfCallsInHalfOpenState(settings.trialCalls())
                        .recordResult(GuardedProvider::isFailure)
                        .build());
        bulkhead = Bulkhead.of(
                NAME,
                BulkheadConfig.custom()
                        .maxConcurrentCalls(settings.concurrentCalls())
                        .maxWaitDuration(Duration.ZERO)
                        .build());
    }

    /** Whether calls are let through: {@code CLOSED}, {@code OPEN} or, while it is tried out, {@code HALF_OPEN}. */
    String circuit() {
        return circuit.getState().name();
    }

    @Override
    public CardRegistration register(String authKey, String customerKey, String idempotencyKey) {
        return guarded(
                () -> provider.register(authKey, customerKey, idempotencyKey),
                refusal -> new CardRegistration.Unavailable(refusal.cause()));
    }

    @Override
    public ProviderOutcome charge(Charge charge) {
        return guarded(() -> provider.charge(charge), Function.identity());
    }

    @Override
    public ProviderOutcome query(OrderId order, Money amount) {
        return guarded(() -> provider.query(order, amount), Function.identity());
    }

    @Override
    public ProviderOutcome cancel(Cancellation cancellation) {
        return guarded(() -> provider.cancel(cancellation), Function.identity());
    }

    @Override
    public ProviderOutcome find(Cancellation cancellation) {
        return guarded(() -> provider.find(cancellation), Function.identity());
    }

    @Override
    public Set<Capability> capabilities() {
        return provider.capabilities();
    }

    @Override
    public ProviderOutcome reserve(ReservationStep step) {
        return guarded(() -> provider.reserve(step), Function.identity());
    }

    @Override
    public TransactionList transactions(Instant from, Instant until) {
        return guarded(
                () -> provider.transactions(from, until), refusal -> new TransactionList.Unavailable(refusal.cause()));
    }

    private <T> T guarded(Supplier<? extends T> call, Function<NotReached, ? extends T> otherwise) {
        if (!circuit.tryAcquirePermission()) {
            return otherwise.apply(new NotReached("the circuit is open: the provider did not answer lately"));
        }
        if (!bulkhead.tryAcquirePermission()) {
            circuit.releasePermission();
            return otherwise.apply(new NotReached("too many calls are under way"));
        }
        long start = circuit.getCurrentTimestamp();
        try {
            T outcome = call.get();
            circuit.onResult(circuit.getCurrentTimestamp() - start, circuit.getTimestampUnit(), outcome);
            return outcome;
        } catch (RuntimeException e) {
            circuit.onError(circuit.getCurrentTimestamp() - start, circuit.getTimestampUnit(), e);
            throw e;
        } finally {
            bulkhead.onComplete();
        }
    }

    private static boolean isFailure(Object outcome) {
        return outcome instanceof Unknown
                || outcome instanceof NotReached
                || outcome instanceof CardRegistration.Unavailable
                || outcome instanceof TransactionList.Unavailable;
    }
}
