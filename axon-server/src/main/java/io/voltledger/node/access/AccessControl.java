package io.voltledger.node.access;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides who makes a call. It is on when the node has a fixed token or its data directory a file of applications, even an empty one; whether it is on
 * stays as it was at the start. While it is off, everybody may do everything.
 */
public final class AccessControl {

    private final Applications applications;
    private final List<Fixed> fixed = new ArrayList<>();
    private final Refusals refusals = new Refusals();
    private final boolean on;

    @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
    private record Fixed(byte[] hash, Identity identity) {}

    private AccessControl(Applications applications, AccessSettings settings) {
        this.applications = applications;
        fix(settings.token(), "access-token", Role.USE_CONTEXT, Role.MONITOR);
        fix(settings.adminToken(), "admin-token", Role.ADMIN);
        on = applications.stored() || !fixed.isEmpty();
    }

    /** Reads the applications in a data directory; throws {@link AccessException} where their file is damaged. */
    public static AccessControl open(Path directory, AccessSettings settings) {
        return new AccessControl(Applications.in(directory, Clock.systemUTC()), settings);
    }

    private void fix(@Nullable String token, String name, Role... roles) {
        if (token != null) {
            var grants = List.of(roles).stream()
                    .map(role -> new Grant(role, Grant.EVERYWHERE))
                    .toList();
            fixed.add(new Fixed(applications.hashes().of(token), new Identity(name, grants)));
        }
    }

    public boolean isOn() {
        return on;
    }

    public Applications applications() {
        return applications;
    }

    /** What was refused, counted and logged. */
    public Refusals refusals() {
        return refusals;
    }

    /** Whose token this is; nobody's where it is missing or wrong. */
    public Optional<Identity> identify(@Nullable String token) {
        if (!on) {
            return Optional.of(Identity.ANYBODY);
        }
        if (token == null || token.isEmpty()) {
            return Optional.empty();
        }
        var hash = applications.hashes().of(token);
        var application = applications.find(hash);
        return application.isPresent() ? application : fixed(hash);
    }

    private Optional<Identity> fixed(byte[] hash) {
        Fixed found = null;
        for (var candidate : fixed) {
            if (TokenHash.same(candidate.hash(), hash)) {
                found = candidate;
            }
        }
        return Optional.ofNullable(found).map(Fixed::identity);
    }
}
