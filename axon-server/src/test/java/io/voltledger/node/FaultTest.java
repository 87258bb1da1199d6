package io.voltledger.node;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.awaitility.Awaitility.await;

import io.axoniq.axonserver.connector.AxonServerConnection;
import io.axoniq.axonserver.connector.impl.ServerAddress;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;

/** A node behind a line that fails as a test wants it to. */
abstract class FaultTest extends NodeTest {

    final FaultProxy line = FaultProxy.before(() -> node.grpcPort());

    /** How long the node bears with a line that says nothing. */
    Duration patience = Duration.ofSeconds(5);

    @Override
    NodeSettings settings() {
        return super.settings().withHeartbeatTimeout(patience);
    }

    @AfterEach
    final void closeLine() {
        line.close();
    }

    /** An application that is connected over the line. */
    final AxonServerConnection through(String component) {
        var connection = open(
                component,
                "default",
                application -> application
                        .routingServers(new ServerAddress("127.0.0.1", line.port()))
                        .reconnectInterval(50, MILLISECONDS)
                        .processorInfoUpdateFrequency(200, MILLISECONDS));
        await().until(connection::isConnected);
        return connection;
    }

    /** Cuts the line and waits until the application is back on it. */
    final void cut(AxonServerConnection application) {
        var before = line.accepted();
        line.cut();
        await().until(() -> line.accepted() > before && application.isConnected());
    }
}
