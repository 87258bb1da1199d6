package io.voltledger.simulators.station;

import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * What a station shows of itself, and whom it trusts.
 *
 * @param password sent by HTTP Basic with its id
 * @param trust certificates in PEM of the authorities that sign its central system's; absent for the usual ones
 * @param certificate its own in PEM
 * @param key its private key in PEM (PKCS#8)
 */
public record StationIdentity(
        @Nullable String password,
        @Nullable Path trust,
        @Nullable Path certificate,
        @Nullable Path key) {

    /** It shows nothing. */
    public static final StationIdentity NONE = new StationIdentity(null, null, null, null);

    HttpHeaders headers(String station) {
        HttpHeaders headers = new DefaultHttpHeaders();
        if (password != null) {
            byte[] basic = (station + ":" + password).getBytes(StandardCharsets.UTF_8);
            headers.set(
                    HttpHeaderNames.AUTHORIZATION,
                    "Basic " + Base64.getEncoder().encodeToString(basic));
        }
        return headers;
    }

    /** Empty where the URL is not encrypted. */
    Optional<SslHandler> tls(URI url, int port, ByteBufAllocator memory) {
        if (!"wss".equals(url.getScheme())) {
            return Optional.empty();
        }
        SslContextBuilder builder = SslContextBuilder.forClient();
        try {
            if (trust != null) {
                builder.trustManager(trust.toFile());
            }
            if (certificate != null && key != null) {
                builder.keyManager(certificate.toFile(), key.toFile());
            }
            return Optional.of(builder.build().newHandler(memory, url.getHost(), port));
        } catch (SSLException | IllegalArgumentException e) {
            throw new IllegalStateException("The station's TLS files cannot be used: " + e.getMessage(), e);
        }
    }
}
