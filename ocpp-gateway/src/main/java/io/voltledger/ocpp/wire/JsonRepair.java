package io.voltledger.ocpp.wire;

/** Mends what some chargers really send: {@code "transactionId":,}. */
final class JsonRepair {

    private JsonRepair() {}

    /** Puts {@code null} where a property has a colon and no value; everything else stays as it is. */
    static String fillMissingValues(String text) {
        StringBuilder mended = new StringBuilder(text.length() + 16);
        boolean inString = false;
        boolean escaped = false;
        boolean expectsValue = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (expectsValue && (c == ',' || c == '}' || c == ']')) {
                mended.append("null");
            }
            mended.append(c);
            if (!inString && !Character.isWhitespace(c)) {
                expectsValue = c == ':';
            }
            if (!escaped && c == '"') {
                inString = !inString;
            }
            escaped = inString && !escaped && c == '\\';
        }
        return mended.toString();
    }
}
