package io.voltledger.runtime.operator;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who asks, in the thread of an HTTP request. Where no operators are configured nobody is signed in, and everything is allowed. */
public final class SignedIn {

    private static final String ACTOR = "operator:";
    private static final String SOMEONE = "api";

    private SignedIn() {}

    /** The operator's name; empty where nobody signed in. */
    public static Optional<String> name() {
        return Optional.ofNullable(operator()).map(Authentication::getName);
    }

    /** As meta-data names who acts: {@code operator:anna}, or {@code operator:api} where nobody signed in. */
    public static String actor() {
        return ACTOR + name().orElse(SOMEONE);
    }

    /** Whoever signed in, else who the request says that asks; the same person cannot be two by writing another name. */
    public static String nameOr(@Nullable String said) {
        return name().orElseGet(() -> String.valueOf(said));
    }

    /** Whether drivers' id tags and credentials are covered for whoever asks. */
    public static boolean seesOnlyCovered() {
        Authentication operator = operator();
        return operator != null && !Role.OPERATOR.isAmong(operator.getAuthorities());
    }

    /** True where nobody need sign in. */
    public static boolean may(Role role) {
        Authentication operator = operator();
        return operator == null || role.isAmong(operator.getAuthorities());
    }

    private static @Nullable Authentication operator() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication == null
                        || authentication instanceof AnonymousAuthenticationToken
                        || !authentication.isAuthenticated()
                ? null
                : authentication;
    }
}
