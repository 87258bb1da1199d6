package io.voltledger.runtime.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.voltledger.runtime.guess.GuessLimit;
import io.voltledger.runtime.guess.Guesses;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/** A slow comparison is for whom is listened to. */
class GuardedSignInTest {

    private static final int MOST = 2;

    private int compared;

    @Test
    void comparesNothingAfterTooManyWrongOnes() {
        GuardedSignIn signIn = new GuardedSignIn(
                new NeverRight(), new Guesses("test", new GuessLimit(MOST, Duration.ofMinutes(5)), Clock.systemUTC()));
        Authentication shown = UsernamePasswordAuthenticationToken.unauthenticated("ada", "guess");
        for (int guess = 0; guess < MOST; guess++) {
            assertThatThrownBy(() -> signIn.authenticate(shown)).isInstanceOf(BadCredentialsException.class);
        }

        assertThatThrownBy(() -> signIn.authenticate(shown)).isInstanceOf(TooManyGuesses.class);
        assertThat(compared).isEqualTo(MOST);
    }

    private final class NeverRight implements AuthenticationProvider {

        @Override
        public Authentication authenticate(Authentication shown) {
            compared++;
            throw new BadCredentialsException("wrong");
        }

        @Override
        public boolean supports(Class<?> authentication) {
            return true;
        }
    }
}
