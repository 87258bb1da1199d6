package io.voltledger.node.tls;

import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.netty.handler.ssl.ClientAuth;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContext;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContextBuilder;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslProvider;
import io.grpc.util.AdvancedTlsX509KeyManager;
import io.grpc.util.AdvancedTlsX509TrustManager;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** TLS 1.2 and 1.3 with certificates that follow their files: new connections use what the files say now, and the last good content while they are damaged. */
public final class Tls implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Tls.class);
    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

    private final TlsFiles files;
    private final AdvancedTlsX509KeyManager key = new AdvancedTlsX509KeyManager();
    private final AdvancedTlsX509TrustManager trust;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("node-certificates").daemon(true).factory());
    private List<FileState> seen;

    private Tls(TlsFiles files) throws GeneralSecurityException, IOException {
        this.files = files;
        trust = AdvancedTlsX509TrustManager.newBuilder()
                .setVerification(AdvancedTlsX509TrustManager.Verification.CERTIFICATE_ONLY_VERIFICATION)
                .build();
        seen = FileState.of(files);
        use(Certificates.read(files));
    }

    /** Reads the files and looks for changes every second; throws {@link TlsException} where they cannot be used. */
    public static Tls open(TlsFiles files) {
        try {
            var tls = new Tls(files);
            tls.watch.scheduleWithFixedDelay(tls::look, 1, 1, TimeUnit.SECONDS);
            return tls;
        } catch (GeneralSecurityException | IOException e) {
            throw new TlsException("The certificates in %s cannot be used: %s".formatted(files, e), e);
        }
    }

    private void look() {
        var now = FileState.of(files);
        if (now.equals(seen)) {
            return;
        }
        seen = now;
        try {
            use(Certificates.read(files));
            log.info("The certificates have changed; new connections use {}", files.certificates());
        } catch (TlsException | GeneralSecurityException | IOException e) {
            log.warn("The certificates have changed and cannot be used; the former ones stay in use", e);
        }
    }

    private void use(Certificates certificates) throws GeneralSecurityException, IOException {
        key.updateIdentityCredentials(certificates.chain().toArray(X509Certificate[]::new), certificates.key());
        trust.updateTrustCredentials(certificates.authorities().toArray(X509Certificate[]::new));
        var until = certificates.chain().getFirst().getNotAfter().toInstant();
        log.info("The certificate {} is valid until {}", files.certificates(), until);
    }

    private boolean needsClientCertificate() {
        return files.clientAuthorities() != null;
    }

    /** For the gRPC server. */
    public SslContext grpc() {
        try {
            var builder = SslContextBuilder.forServer((KeyManager) key)
                    .trustManager((TrustManager) trust)
                    .clientAuth(needsClientCertificate() ? ClientAuth.REQUIRE : ClientAuth.NONE)
                    .protocols(PROTOCOLS);
            return GrpcSslContexts.configure(builder, SslProvider.JDK).build();
        } catch (SSLException e) {
            throw new TlsException("TLS cannot be set up: " + e.getMessage(), e);
        }
    }

    /** For the HTTP server, together with {@link #parameters()}. */
    public SSLContext http() {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[] {key}, new TrustManager[] {trust}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new TlsException("TLS cannot be set up: " + e.getMessage(), e);
        }
    }

    /** What the HTTP server asks of every connection. */
    public SSLParameters parameters() {
        var parameters = http().getDefaultSSLParameters();
        parameters.setProtocols(PROTOCOLS);
        parameters.setNeedClientAuth(needsClientCertificate());
        return parameters;
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
