package io.voltledger.runtime.operator;

import java.util.Arrays;
import java.util.List;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** What an operator may do; each role may also do what those before it may. */
public enum Role {
    /** Reads, with drivers' id tags and credentials covered. */
    VIEWER,
    /** Reads all of it, sends commands to stations, moves money back. */
    OPERATOR,
    /** Decides how the platform runs: tariffs, tokens, who may connect, quirk profiles, what cannot go on by itself. */
    ADMIN;

    private static final String PREFIX = "ROLE_";

    /** This role and those that it includes. */
    List<GrantedAuthority> authorities() {
        return Arrays.stream(values())
                .filter(role -> role.compareTo(this) <= 0)
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority(PREFIX + role))
                .toList();
    }

    boolean isAmong(Iterable<? extends GrantedAuthority> authorities) {
        for (GrantedAuthority authority : authorities) {
            if ((PREFIX + this).equals(authority.getAuthority())) {
                return true;
            }
        }
        return false;
    }
}
