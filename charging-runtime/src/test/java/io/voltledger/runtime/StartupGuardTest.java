package io.voltledger.runtime;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.modelling.saga.repository.jdbc.JdbcSagaStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;

class StartupGuardTest {

    private final DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
    private final Serializer serializer = AllowListSerializer.with(AxonJson.mapper());

    @BeforeEach
    void wireAsItMustBe() {
        beans.registerSingleton("axonTransactionManager", new SpringTransactionManager(new NoTransactions()));
        beans.registerSingleton(
                "tokenStore",
                JdbcTokenStore.builder()
                        .serializer(serializer)
                        .connectionProvider(() -> {
                            throw new AssertionError("no connection is needed");
                        })
                        .build());
        beans.registerSingleton(
                "sagaStore",
                JdbcSagaStore.builder()
                        .serializer(serializer)
                        .connectionProvider(() -> {
                            throw new AssertionError("no connection is needed");
                        })
                        .build());
        beans.registerSingleton("meters", new SimpleMeterRegistry());
    }

    @Test
    void letsPassWhatIsWiredAsItMustBe() {
        assertThatCode(this::guard).doesNotThrowAnyException();
    }

    @Test
    void refusesATokenStoreThatForgets() {
        replace("tokenStore", TokenStore.class, new InMemoryTokenStore());
        assertThatThrownBy(this::guard)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("tokenStore")
                .hasMessageContaining("JdbcTokenStore");
    }

    @Test
    void refusesToRunWithoutTransactions() {
        replace("axonTransactionManager", TransactionManager.class, NoTransactionManager.INSTANCE);
        assertThatThrownBy(this::guard).hasMessageContaining("SpringTransactionManager");
    }

    @Test
    void refusesToRunWithoutASagaStore() {
        beans.destroySingleton("sagaStore");
        assertThatThrownBy(this::guard).hasMessageContaining("JdbcSagaStore");
    }

    @Test
    void refusesAStrayMeterRegistry() {
        beans.registerSingleton("stray", new SimpleMeterRegistry());
        assertThatThrownBy(this::guard).hasMessageContaining("stray");
    }

    private <B> void replace(String name, Class<B> type, B bean) {
        beans.destroySingleton(name);
        beans.registerSingleton(name, type.cast(bean));
    }

    private void guard() {
        new StartupGuard(beans).afterSingletonsInstantiated();
    }

    /** Transactions of nothing: the guard looks at types only. */
    private static final class NoTransactions extends AbstractPlatformTransactionManager {

        private static final long serialVersionUID = 1L;

        @Override
        protected Object doGetTransaction() {
            return this;
        }

        @Override
        protected void doBegin(Object transaction, TransactionDefinition definition) {}

        @Override
        protected void doCommit(DefaultTransactionStatus status) {}

        @Override
        protected void doRollback(DefaultTransactionStatus status) {}
    }
}
