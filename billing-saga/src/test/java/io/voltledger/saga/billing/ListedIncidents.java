package io.voltledger.saga.billing;

import io.voltledger.api.billing.BillId;
import io.voltledger.api.session.SessionId;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Incidents as a list of their kinds. */
public record ListedIncidents(List<String> kinds) implements Incidents {

    @Override
    public void report(String subject, String kind, String detail) {
        kinds.add(kind);
    }

    @Override
    public void report(BillId bill, SessionId session, String kind, String detail, @Nullable Object message) {
        kinds.add(kind);
    }

    @Override
    public void setAside(String group, Object fact, String detail) {
        kinds.add(group);
    }

    @Override
    public void withdraw(String group, BillId bill, Predicate<Object> fact) {
        kinds.remove(group);
    }

    @Override
    public Optional<Object> message(String incident) {
        return Optional.empty();
    }
}
