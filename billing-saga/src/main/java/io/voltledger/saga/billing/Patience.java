package io.voltledger.saga.billing;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.common.AxonTransientException;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.dao.DataAccessException;

/**
 * How often one fact may fail before it is set aside, so that it does not keep the facts behind it waiting. A part of the
 * platform that is away is waited for without end: it is not the fact that is to blame.
 */
final class Patience {

    private static final int TRIES = 5;
    private static final String AXON_SERVER = "org.axonframework.axonserver";

    private final Map<String, Integer> failures = new ConcurrentHashMap<>();

    boolean endsWith(RuntimeException failure) {
        if (isOutage(failure)) {
            return false;
        }
        String fact = fact();
        int failed = failures.merge(fact, 1, Integer::sum);
        if (failed < TRIES) {
            return false;
        }
        failures.remove(fact);
        return true;
    }

    void restored() {
        failures.remove(fact());
    }

    private static String fact() {
        return CurrentUnitOfWork.get().getMessage().getIdentifier();
    }

    private static boolean isOutage(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof NoHandlerForCommandException
                    || cause instanceof AxonTransientException
                    || cause instanceof DataAccessException
                    || cause instanceof TimeoutException
                    || cause.getClass().getName().startsWith(AXON_SERVER)) {
                return true;
            }
        }
        return false;
    }
}
