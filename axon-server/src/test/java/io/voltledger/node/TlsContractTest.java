package io.voltledger.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.axoniq.axonserver.connector.AxonServerConnection;
import io.axoniq.axonserver.connector.AxonServerConnectionFactory;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContextBuilder;
import io.voltledger.node.tls.Tls;
import io.voltledger.node.tls.TlsFiles;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;

class TlsContractTest extends NodeTest {

    private static final Duration VALID = Duration.ofDays(1);
    private static final Duration EXPIRED = Duration.ofHours(-1);

    private final Authority authority = new Authority("VoltLedger tests");
    private final Authority stranger = new Authority("Somebody else");

    private Path file(String name) {
        return data.resolve(name);
    }

    @Override
    NodeSettings settings() {
        authority.issue(file("node.pem"), file("node.key"), VALID);
        return super.settings()
                .withSecurity(NodeSecurity.NONE.withTls(new TlsFiles(file("node.pem"), file("node.key"), null)));
    }

    /** Starts the node anew so that it asks clients for a certificate of its authority. */
    private void requireClientCertificates() {
        node.close();
        var files = new TlsFiles(file("node.pem"), file("node.key"), authority.write(file("clients.pem")));
        node = AxonServerNode.start(super.settings().withSecurity(NodeSecurity.NONE.withTls(files)));
    }

    private SslContextBuilder trusting(Authority trusted) {
        return GrpcSslContexts.forClient()
                .trustManager(trusted.write(file("trusted.pem")).toFile());
    }

    private AxonServerConnection open(SslContextBuilder tls) {
        return open("app", "default", application -> secure(application, tls));
    }

    private static void secure(AxonServerConnectionFactory.Builder application, SslContextBuilder tls) {
        try {
            application.useTransportSecurity(tls.build());
        } catch (SSLException e) {
            throw new IllegalStateException(e);
        }
    }

    private AxonServerConnection openWithCertificateOf(Authority issuer, Duration validity) {
        issuer.issue(file("client.pem"), file("client.key"), validity);
        return open(trusting(authority)
                .keyManager(file("client.pem").toFile(), file("client.key").toFile()));
    }

    @Test
    void servesTheOfficialConnectorOverTls() {
        var connection = open(trusting(authority));
        append(connection, Events.range("A", 0, 3));

        assertThat(history(connection, "A")).hasSize(3);
    }

    @Test
    void refusesPlainConnections() {
        var connection = open("plain", "default", application -> {});

        await().until(connection::isConnectionFailed);
    }

    @Test
    void isNotTrustedByWhoKnowsAnotherAuthority() {
        var connection = open(trusting(stranger));

        await().until(connection::isConnectionFailed);
    }

    @Test
    void admitsClientsWithACertificateOfTheAuthority() {
        requireClientCertificates();
        var connection = openWithCertificateOf(authority, VALID);
        append(connection, Events.range("A", 0, 1));

        assertThat(history(connection, "A")).hasSize(1);
    }

    @Test
    void refusesClientsWithoutACertificate() {
        requireClientCertificates();
        var connection = open(trusting(authority));

        await().until(connection::isConnectionFailed);
    }

    @Test
    void refusesClientsOfAnUnknownAuthority() {
        requireClientCertificates();
        var connection = openWithCertificateOf(stranger, VALID);

        await().until(connection::isConnectionFailed);
    }

    @Test
    void refusesClientsWhoseCertificateHasExpired() {
        requireClientCertificates();
        var connection = openWithCertificateOf(authority, EXPIRED);

        await().until(connection::isConnectionFailed);
    }

    @Test
    void takesUpARenewedCertificateWithoutARestart() {
        stranger.issue(file("node.pem"), file("node.key"), VALID);

        await().until(() -> {
            var connection = open(trusting(stranger));
            await().until(() -> connection.isConnected() || connection.isConnectionFailed());
            return connection.isConnected();
        });
    }

    @Test
    void keepsTheFormerCertificateWhileTheFilesAreDamaged() throws IOException {
        try (var log = LogLines.of(Tls.class)) {
            Files.writeString(file("node.pem"), "-----BEGIN CERTIFICATE-----\nhalf of it");
            await().until(() -> log.contain("cannot be used"));
        }
        var connection = open(trusting(authority));

        await().until(connection::isConnected);
    }

    @Test
    void doesNotStartWithTheKeyOfAnotherCertificate() {
        node.close();
        authority.issue(file("other.pem"), file("other.key"), VALID);
        var files = new TlsFiles(file("node.pem"), file("other.key"), null);

        assertThatThrownBy(() -> AxonServerNode.start(super.settings().withSecurity(NodeSecurity.NONE.withTls(files))))
                .isInstanceOf(NodeStartException.class)
                .hasMessageContaining("other.key");
    }

    @Test
    void namesAMissingFile() {
        node.close();
        var files = new TlsFiles(file("missing.pem"), file("node.key"), null);

        assertThatThrownBy(() -> AxonServerNode.start(super.settings().withSecurity(NodeSecurity.NONE.withTls(files))))
                .isInstanceOf(NodeStartException.class)
                .hasMessageContaining("missing.pem");
    }

    private int health(SSLContext tls) throws IOException, InterruptedException {
        var uri = URI.create("https://127.0.0.1:" + node.httpPort() + "/actuator/health");
        try (var client = HttpClient.newBuilder().sslContext(tls).build()) {
            return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding())
                    .statusCode();
        }
    }

    @Test
    void servesHttpsWithTheSameCertificate() throws Exception {
        assertThat(health(authority.trusted())).isEqualTo(200);
        assertThatThrownBy(() -> health(stranger.trusted())).isInstanceOf(IOException.class);
    }

    @Test
    void asksHttpClientsForTheirCertificateToo() {
        requireClientCertificates();

        assertThatThrownBy(() -> health(authority.trusted())).isInstanceOf(IOException.class);
    }
}
