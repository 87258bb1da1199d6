package io.voltledger.ocpp.security;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a connection shows of its identity.
 *
 * @param tls whether it is encrypted
 * @param basic what it sent by HTTP Basic; absent where it sent nothing that can be read
 * @param certificateName the common name of a certificate that a trusted authority signed; absent where it showed none
 */
public record Presented(
        boolean tls, @Nullable Basic basic, @Nullable String certificateName) {

    private static final String SCHEME = "basic ";

    /** @param password in octets: stations make theirs of any */
    @SuppressWarnings("ArrayRecordComponent")
    public record Basic(String user, byte[] password) {

        @Override
        public String toString() {
            return "Basic[" + user + "]";
        }
    }

    /** @param authorization the header of that name, where there is one */
    public static Presented of(boolean tls, @Nullable String authorization, @Nullable String certificateName) {
        return new Presented(tls, authorization == null ? null : basic(authorization.strip()), certificateName);
    }

    private static @Nullable Basic basic(String header) {
        if (!header.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            return null;
        }
        byte[] decoded;
        try {
            decoded =
                    Base64.getDecoder().decode(header.substring(SCHEME.length()).strip());
        } catch (IllegalArgumentException e) {
            return null;
        }
        for (int colon = 0; colon < decoded.length; colon++) {
            if (decoded[colon] == ':') {
                return new Basic(
                        new String(decoded, 0, colon, StandardCharsets.UTF_8),
                        Arrays.copyOfRange(decoded, colon + 1, decoded.length));
            }
        }
        return null;
    }
}
