package io.voltledger.saga.billing;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import io.voltledger.saga.SagaSettings;
import io.voltledger.saga.work.SideEffects;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ConfigurationScopeAwareProvider;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.dbscheduler.DbSchedulerDeadlineManager;
import org.axonframework.modelling.saga.repository.jdbc.SagaSchema;
import org.axonframework.modelling.saga.repository.jdbc.SagaSqlSchema;
import org.axonframework.serialization.Serializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** Where the process keeps its state and its deadlines: in the module's database, within the handlers' transactions. */
@Configuration(proxyBeanMethods = false)
class PaymentProcessConfiguration {

    private static final Duration DEADLINE_POLL = Duration.ofSeconds(1);
    private static final int DEADLINE_THREADS = 4;

    /** A deadline whose process died in its middle is due again after so many. */
    private static final int SILENT_HEARTBEATS = 4;

    @Bean
    SagaSqlSchema sagaSqlSchema() {
        return new OneAtATimeSagaSchema(SagaSchema.builder()
                .sagaEntryTable("saga_entry")
                .associationValueEntryTable("association_value_entry")
                .sagaIdColumn("saga_id")
                .sagaTypeColumn("saga_type")
                .revisionColumn("revision")
                .serializedSagaColumn("serialized_saga")
                .associationKeyColumn("association_key")
                .associationValueColumn("association_value")
                .build());
    }

    @Bean
    PaymentSteps paymentSteps(
            SagaSettings settings,
            CommandGateway commands,
            PaymentMethods methods,
            Incidents incidents,
            SideEffects effects,
            Clock clock) {
        SagaSettings.Schedules schedules = settings.schedules();
        return new PaymentSteps(
                new PaymentSchedules(
                        schedules.declined(),
                        schedules.abandonAfter(),
                        schedules.stallAfter(),
                        settings.dunning().restrictAfter(),
                        settings.dunning().suspendAfter()),
                commands,
                methods,
                incidents,
                effects,
                clock);
    }

    @Bean
    DeadlineScheduler deadlineScheduler(
            DataSource dataSource, SagaSettings settings, List<RecurringTask<?>> recurring) {
        AtomicReference<Optional<DbSchedulerDeadlineManager>> deadlines = new AtomicReference<>(Optional.empty());
        Scheduler scheduler = Scheduler.create(
                        new TransactionAwareDataSourceProxy(dataSource),
                        DbSchedulerDeadlineManager.binaryTask(
                                () -> deadlines.get().orElseThrow()))
                .startTasks(recurring)
                .threads(DEADLINE_THREADS)
                .pollingInterval(DEADLINE_POLL)
                .heartbeatInterval(settings.worker().heartbeat())
                .missedHeartbeatsLimit(SILENT_HEARTBEATS)
                .alwaysPersistTimestampInUTC()
                .build();
        return new DeadlineScheduler(scheduler, deadlines);
    }

    @Bean
    DeadlineManager deadlineManager(
            DeadlineScheduler scheduler,
            org.axonframework.config.Configuration configuration,
            Serializer serializer,
            TransactionManager transactions) {
        DbSchedulerDeadlineManager manager = DbSchedulerDeadlineManager.builder()
                .scheduler(scheduler.scheduler())
                .scopeAwareProvider(new ConfigurationScopeAwareProvider(configuration))
                .serializer(serializer)
                .transactionManager(transactions)
                .startScheduler(false)
                .stopScheduler(false)
                .build();
        scheduler.serve(manager);
        return manager;
    }
}
