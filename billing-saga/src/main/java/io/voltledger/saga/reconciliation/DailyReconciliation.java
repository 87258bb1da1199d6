package io.voltledger.saga.reconciliation;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import io.voltledger.saga.SagaSettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Compares the day before, every day; what fails is tried again the next hour, by the scheduler's own schedule. */
@Configuration(proxyBeanMethods = false)
class DailyReconciliation {

    @Bean
    RecurringTask<Void> reconcileYesterday(ObjectProvider<Reconciliation> reconciliation, SagaSettings settings) {
        SagaSettings.Reconciliation when = settings.reconciliation();
        return Tasks.recurring("reconcile-yesterday", new Daily(when.zone(), when.at()))
                .execute((instance, context) -> {
                    Reconciliation today = reconciliation.getObject();
                    today.run(today.today().minusDays(1));
                });
    }
}
