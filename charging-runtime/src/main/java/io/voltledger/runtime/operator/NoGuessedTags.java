package io.voltledger.runtime.operator;

import io.voltledger.runtime.mask.Covered;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Whoever is shown no id tags may not ask by one either: what a list holds for a guessed tag tells whether the guess was right.
 * It looks at the parameters' names, as covering looks at those of an answer, so a resource that comes later is covered too.
 */
final class NoGuessedTags extends OncePerRequestFilter {

    /** However a name is written around the words that count: {@code token.value}. */
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^A-Za-z]+");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SignedIn.seesOnlyCovered() && asksByTag(request)) {
            Problems.write(
                    response,
                    HttpStatus.FORBIDDEN,
                    "covered-filter",
                    "Your role sees no id tags, so it may not ask by one: the answer would tell whether a guess is right.");
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean asksByTag(HttpServletRequest request) {
        return Collections.list(request.getParameterNames()).stream()
                .flatMap(name -> Arrays.stream(BETWEEN_WORDS.split(name)))
                .anyMatch(Covered::isIdTag);
    }
}
