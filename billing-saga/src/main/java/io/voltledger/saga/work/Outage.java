package io.voltledger.saga.work;

import java.util.concurrent.TimeoutException;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.common.AxonTransientException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;

/** Tells what a part of the platform that is away is to blame for from what a fact itself is. */
public final class Outage {

    private static final String AXON_SERVER = "org.axonframework.axonserver";

    private Outage() {}

    /** Whether the same may go well at another time: whoever should have answered is away. */
    public static boolean isBehind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof NoHandlerForCommandException
                    || cause instanceof AxonTransientException
                    || cause instanceof TimeoutException
                    || cause instanceof DataAccessException trouble && passes(trouble)
                    || cause.getClass().getName().startsWith(AXON_SERVER)) {
                return true;
            }
        }
        return false;
    }

    /** The database is away, or two transactions met; what it does not take is the fact's own fault. */
    private static boolean passes(DataAccessException trouble) {
        return trouble instanceof TransientDataAccessException
                || trouble instanceof RecoverableDataAccessException
                || trouble instanceof NonTransientDataAccessResourceException;
    }
}
