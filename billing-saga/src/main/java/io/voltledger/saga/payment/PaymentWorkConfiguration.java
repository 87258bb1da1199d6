package io.voltledger.saga.payment;

import io.voltledger.saga.SagaSettings;
import io.voltledger.saga.work.SideEffects;
import io.voltledger.saga.work.WorkLoop;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs the payment worker. */
@Configuration(proxyBeanMethods = false)
class PaymentWorkConfiguration {

    @Bean
    SideEffects sideEffects() {
        return SideEffects.UNOBSERVED;
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
