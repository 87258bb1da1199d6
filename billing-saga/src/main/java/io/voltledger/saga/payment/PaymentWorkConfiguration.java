package io.voltledger.saga.payment;

import io.voltledger.saga.SagaSettings;
import io.voltledger.saga.work.SideEffects;
import io.voltledger.saga.work.WorkLoop;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The provider, guarded, and the worker that calls it. */
@Configuration(proxyBeanMethods = false)
class PaymentWorkConfiguration {

    @Bean
    SideEffects sideEffects() {
        return SideEffects.UNOBSERVED;
    }

    @Bean
    GuardedProvider paymentProvider(SagaSettings settings, Clock clock) {
        return new GuardedProvider(
                new TossPayments(settings), settings.provider().guard(), clock);
    }

    @Bean
    WorkLoop paymentWork(ObjectProvider<PaymentWorker> worker, SagaSettings settings) {
        return new WorkLoop(
                "payment-work",
                room -> worker.getObject().claim(room),
                settings.worker().concurrency(),
                settings.worker().poll());
    }
}
