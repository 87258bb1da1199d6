package io.voltledger.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.voltledger.node.access.AccessSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SecureStartTest {

    private static final String EVERYWHERE = "0.0.0.0";

    @TempDir
    Path data;

    private final StringWriter said = new StringWriter();

    private int application(String... arguments) {
        var command = new CommandLine(new AxonServerNodeApplication())
                .setOut(new PrintWriter(said))
                .setErr(new PrintWriter(said));
        return command.execute(arguments);
    }

    private NodeSettings settings() {
        return NodeSettings.in(data).withPorts(0, 0);
    }

    @Test
    void refusesToBeReachableWithoutAccessControl() {
        assertThatThrownBy(() -> AxonServerNode.start(settings().withHost(EVERYWHERE)))
                .isInstanceOf(NodeStartException.class)
                .hasMessageContaining("0.0.0.0")
                .hasMessageContaining("access control");
    }

    @Test
    void leavesTheDataDirectoryFreeAfterARefusedStart() {
        assertThatThrownBy(() -> AxonServerNode.start(settings().withHost(EVERYWHERE)))
                .isInstanceOf(NodeStartException.class);

        AxonServerNode.start(settings()).close();
    }

    @Test
    void isReachableWithATokenForAllApplications() {
        var access = new AccessSettings("a-token-that-is-long-enough", null);
        var security = NodeSecurity.NONE.withAccess(access);

        AxonServerNode.start(settings().withHost(EVERYWHERE).withSecurity(security))
                .close();
    }

    @Test
    void isReachableOnceAnApplicationIsMadeOnTheStoppedNode() {
        assertThat(application("application", "add", "billing", "--role", "USE_CONTEXT", "--data", data.toString()))
                .isZero();
        assertThat(said.toString().strip()).hasSize(43);

        AxonServerNode.start(settings().withHost(EVERYWHERE)).close();
    }

    @Test
    void listsRenewsAndRemovesApplications() {
        var at = data.toString();
        assertThat(application("application", "add", "a", "--role", "READ_EVENTS@x,MONITOR", "--data", at))
                .isZero();
        assertThat(application("application", "list", "--data", at)).isZero();
        assertThat(said.toString()).contains("READ_EVENTS@x,MONITOR@*");
        assertThat(application("application", "renew", "a", "--data", at)).isZero();
        assertThat(application("application", "remove", "a", "--data", at)).isZero();
        assertThat(application("application", "remove", "a", "--data", at)).isEqualTo(1);
    }

    @Test
    void saysWhichRolesThereAre() {
        assertThat(application("application", "add", "a", "--role", "SUPERUSER", "--data", data.toString()))
                .isEqualTo(1);
        assertThat(said.toString()).contains("SUPERUSER").contains("USE_CONTEXT");
    }

    @Test
    void leavesTheApplicationsOfARunningNodeAlone() {
        try (var node = AxonServerNode.start(settings())) {
            assertThat(node.grpcPort()).isPositive();
            assertThat(application("application", "add", "a", "--role", "ADMIN", "--data", data.toString()))
                    .isEqualTo(1);
        }
        assertThat(said.toString()).contains("in use");
    }

    @Test
    void refusesADamagedFileOfApplications() throws IOException {
        Files.writeString(data.resolve("access.json"), "{\"version\":1,");

        assertThatThrownBy(() -> AxonServerNode.start(settings()))
                .isInstanceOf(NodeStartException.class)
                .hasMessageContaining("access.json");
    }

    @Test
    void refusesATokenThatIsTooShort() {
        assertThatThrownBy(() -> new AccessSettings("short", null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("16")
                .hasMessageNotContaining("short");
    }
}
