package io.voltledger.saga.notification;

import io.voltledger.saga.SagaSettings;
import io.voltledger.saga.work.WorkLoop;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs the mail worker. */
@Configuration(proxyBeanMethods = false)
class MailWorkConfiguration {

    private static final int CONCURRENCY = 4;

    @Bean
    WorkLoop mailWork(ObjectProvider<MailWorker> worker, SagaSettings settings) {
        return new WorkLoop(
                "mail-work",
                room -> worker.getObject().claim(room),
                CONCURRENCY,
                settings.worker().poll());
    }
}
