package io.voltledger.runtime;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.modelling.saga.repository.jdbc.JdbcSagaStore;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;

/**
 * Refuses to start where Axon's auto-configuration settled for less than the module needs: it would run, look healthy,
 * and lose tokens and sagas.
 */
@AutoConfiguration(after = StoreAutoConfiguration.class)
@ConditionalOnBean(StoreAutoConfiguration.class)
class StartupGuard implements SmartInitializingSingleton {

    private final ListableBeanFactory beans;

    StartupGuard(ListableBeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public void afterSingletonsInstantiated() {
        require(TransactionManager.class, SpringTransactionManager.class);
        require(TokenStore.class, JdbcTokenStore.class);
        require(SagaStore.class, JdbcSagaStore.class);
        Map<String, MeterRegistry> registries = beans.getBeansOfType(MeterRegistry.class);
        if (registries.size() > 1) {
            throw new IllegalStateException("More than one meter registry: " + registries.keySet());
        }
    }

    private void require(Class<?> type, Class<?> expected) {
        beans.getBeansOfType(type).forEach((name, bean) -> {
            if (!expected.isInstance(bean)) {
                throw new IllegalStateException("The bean " + name + " is a "
                        + bean.getClass().getName() + " and must be a " + expected.getName());
            }
        });
        if (beans.getBeanNamesForType(type).length == 0) {
            throw new IllegalStateException("There is no " + expected.getName());
        }
    }
}
