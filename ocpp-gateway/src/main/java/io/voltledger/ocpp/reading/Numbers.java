package io.voltledger.ocpp.reading;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads numbers as stations write them: as text, with a decimal comma, with blanks around. */
final class Numbers {

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,24}(?:[.,]\\d{0,24})?(?:[eE][+-]?\\d{1,2})?");

    private Numbers() {}

    /** Empty where it is no number, or one that no meter can show. */
    static Optional<BigDecimal> parse(String text) {
        String word = text.strip();
        if (!NUMBER.matcher(word).matches()) {
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(word.replace(',', '.')));
    }
}
