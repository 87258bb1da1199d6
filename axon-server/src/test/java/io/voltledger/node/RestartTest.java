package io.voltledger.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.axoniq.axonserver.grpc.event.Event;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class RestartTest extends NodeTest {

    @Test
    void knowsEverythingAfterARestart() {
        var before = connect("before");
        append(before, Events.range("A", 0, 10));
        append(before, Events.of("B", 0));
        result(before.eventChannel().appendSnapshot(Events.of("A", 5)));
        restartNode();
        var after = connect("after");

        assertThat(history(after, "A"))
                .extracting(Event::getAggregateSequenceNumber)
                .startsWith(5L, 6L);
        assertThat(result(after.eventChannel().getLastToken())).isEqualTo(10);
        append(after, Events.of("A", 10), Events.of("B", 1));
        assertThat(result(after.eventChannel().getLastToken())).isEqualTo(12);
    }

    @Test
    void letsConnectedApplicationsComeBackByThemselves() {
        var port = node.grpcPort();
        var application = connect("application");
        append(application, Events.of("A", 0));
        node.close();
        node = AxonServerNode.start(NodeSettings.in(data).withPorts(port, 0));

        org.awaitility.Awaitility.await().ignoreExceptions().untilAsserted(() -> {
            append(application, Events.loose("Hello", "again"));
            assertThat(application.isConnected()).isTrue();
        });
    }

    @Test
    void refusesADirectoryThatAnotherNodeUses() {
        assertThatThrownBy(() -> AxonServerNode.start(NodeSettings.in(data).withPorts(0, 0)))
                .isInstanceOf(NodeStartException.class)
                .hasMessageContaining("in use by another node");
    }

    @Test
    void namesAFormatThatIsTooNew() throws IOException {
        node.close();
        Files.writeString(data.resolve("FORMAT"), "voltledger-node 7\n");

        assertThatThrownBy(() -> AxonServerNode.start(NodeSettings.in(data).withPorts(0, 0)))
                .isInstanceOf(NodeStartException.class)
                .hasMessageContaining("format 7");
    }

    @Test
    void saysWhichPortIsTaken() throws IOException {
        node.close();
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var settings = NodeSettings.in(data).withPorts(taken.getLocalPort(), 0);
            assertThatThrownBy(() -> AxonServerNode.start(settings))
                    .isInstanceOf(NodeStartException.class)
                    .hasMessageContaining("127.0.0.1:" + taken.getLocalPort());
        }
    }
}
