package io.voltledger.saga.work;

import java.util.LinkedHashMap;
import java.util.Map;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/**
 * How often one fact may fail before it is set aside, so that it does not keep the facts behind it waiting. A part of the
 * platform that is away is waited for without end: it is not the fact that is to blame.
 */
public final class Patience {

    /** After so many failures it ends. */
    public static final int TRIES = 5;

    private static final int REMEMBERED = 1_000;

    private final Failures failures = new Failures();

    /** Whether the fact of the current unit of work has failed often enough. */
    public boolean endsWith(Exception failure) {
        if (Outage.isBehind(failure)) {
            return false;
        }
        String fact = fact();
        if (failures.count(fact) < TRIES) {
            return false;
        }
        // It stays counted until its end is kept: the failure of another fact may roll both back.
        CurrentUnitOfWork.get().root().afterCommit(unit -> failures.forget(fact));
        return true;
    }

    /**
     * The same for one fact of a batch whose others do not depend on it: where it has not ended, the batch fails once all of it was
     * tried, so that many facts that fail side by side are counted together and the others do not wait for each in turn.
     *
     * @throws X the failure itself, where a part of the platform is away
     */
    public <X extends Exception> boolean endsInBatchWith(X failure) throws X {
        if (Outage.isBehind(failure)) {
            throw failure;
        }
        boolean ended = endsWith(failure);
        if (!ended) {
            CurrentUnitOfWork.get().root().onPrepareCommit(unit -> {
                throw new IllegalStateException("A fact of the batch failed; all of it is handled again", failure);
            });
        }
        return ended;
    }

    /** The fact of the current unit of work was handled after all. */
    public void restored() {
        failures.forget(fact());
    }

    private static String fact() {
        return CurrentUnitOfWork.get().getMessage().getIdentifier();
    }

    /** Of the last facts that failed. */
    private static final class Failures {

        private final Map<String, Integer> counts = new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
                return size() > REMEMBERED;
            }
        };

        synchronized int count(String fact) {
            return counts.merge(fact, 1, Integer::sum);
        }

        synchronized void forget(String fact) {
            counts.remove(fact);
        }
    }
}
