package io.voltledger.ocpp.security;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The encrypted port; there is none where no certificate is named.
 *
 * @param port 0 takes a free one
 * @param certificate the gateway's certificate in PEM, with those between it and its authority behind it
 * @param key its private key in PEM (PKCS#8), without a password
 * @param trust certificates in PEM of the authorities that sign stations' certificates; absent where no station has one
 */
public record TlsSettings(
        @Min(0) @Max(65_535) int port,
        @Nullable Path certificate,
        @Nullable Path key,
        @Nullable Path trust) {

    /** No encrypted port. */
    public static final TlsSettings NONE = new TlsSettings(0, null, null, null);

    public boolean isOn() {
        return certificate != null && key != null;
    }
}
