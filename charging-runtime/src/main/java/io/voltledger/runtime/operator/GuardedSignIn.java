package io.voltledger.runtime.operator;

import io.voltledger.runtime.guess.Guesser;
import io.voltledger.runtime.guess.Guesses;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Looks at no password of whom showed too many wrong ones, be the name an operator's or nobody's. */
final class GuardedSignIn implements AuthenticationProvider {

    private final AuthenticationProvider passwords;
    private final Guesses guesses;

    GuardedSignIn(AuthenticationProvider passwords, Guesses guesses) {
        this.passwords = passwords;
        this.guesses = guesses;
    }

    @Override
    public @Nullable Authentication authenticate(Authentication shown) {
        Guesser guesser = guesser(shown);
        guesses.pause(guesser).ifPresent(GuardedSignIn::refuse);
        Authentication operator;
        try {
            operator = passwords.authenticate(shown);
        } catch (BadCredentialsException wrong) {
            guesses.wrong(guesser).ifPresent(GuardedSignIn::refuse);
            throw wrong;
        }
        guesses.right(guesser).ifPresent(GuardedSignIn::refuse);
        return operator;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return passwords.supports(authentication);
    }

    private static void refuse(Duration pause) {
        throw new TooManyGuesses(pause);
    }

    /** Operators' names are the same in whatever case they are written. */
    private static Guesser guesser(Authentication shown) {
        String address = shown.getDetails() instanceof WebAuthenticationDetails details
                ? String.valueOf(details.getRemoteAddress())
                : "";
        return Guesser.of(shown.getName().toLowerCase(Locale.ROOT), address);
    }
}
