package io.voltledger.simulators.past;

import io.voltledger.simulators.past.PastSession.Mark;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;

/** A piece of a text of the pattern: what it is in a past session's text, and the SQL expression that gives the same. */
sealed interface Part {

    String in(PastSession session);

    String sql();

    /** The same in all. */
    record Literal(String text) implements Part {

        @Override
        public String in(PastSession session) {
            return text;
        }

        @Override
        public String sql() {
            return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
        }
    }

    /** A number, with zeros before it where it has fewer digits. */
    record Numbered(Mark mark, int digits) implements Part {

        @Override
        public String in(PastSession session) {
            String number = Long.toString(session.get(mark));
            return "0".repeat(Math.max(0, digits - number.length())) + number;
        }

        @Override
        public String sql() {
            return digits == 0
                    ? mark.column()
                    : "lpad(%s, greatest(%d, length(%s)), '0')".formatted(mark.column(), digits, mark.column());
        }
    }

    /** An instant to the second, as it stands in JSON. */
    record Time(String second) implements Part {

        private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");

        @Override
        public String in(PastSession session) {
            return LocalDateTime.parse(second).plusSeconds(session.shift()).format(SECONDS);
        }

        @Override
        public String sql() {
            return "date_format(date_add('%s', interval %s second), '%%Y-%%m-%%dT%%H:%%i:%%s')"
                    .formatted(second.replace('T', ' '), Mark.SHIFT.column());
        }
    }

    /**
     * A UUID, another one for each value of the mark: the first eight digits are that value, and the others stay, so that a past of millions is small
     * on the disk.
     */
    record Uuid(String original, Mark mark) implements Part {

        private static final int DIGITS = 8;

        @Override
        public String in(PastSession session) {
            return HexFormat.of().toHexDigits(session.get(mark), DIGITS) + original.substring(DIGITS);
        }

        @Override
        public String sql() {
            return "concat(lpad(lower(hex(%s)), %d, '0'), '%s')"
                    .formatted(mark.column(), DIGITS, original.substring(DIGITS));
        }
    }

    /** A name without meaning, such as a provider's key: as long as the original, another one for each value of the mark. */
    record Code(String original, Mark mark) implements Part {

        @Override
        public String in(PastSession session) {
            String code = digest(original + session.get(mark));
            return code.substring(0, Math.min(code.length(), original.length()));
        }

        @Override
        public String sql() {
            return "left(sha2(concat('%s', %s), 512), %d)".formatted(original, mark.column(), original.length());
        }
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-512").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-512", e);
        }
    }
}
