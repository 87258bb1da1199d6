package io.voltledger.command;

import io.voltledger.node.AxonServerNode;
import io.voltledger.node.NodeSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** A node that lives as long as the application that stores in it. */
@TestConfiguration(proxyBeanMethods = false)
class OwnNode {

    @Bean(destroyMethod = "close")
    AxonServerNode axonServerNode() throws IOException {
        Path data = Files.createTempDirectory(Files.createDirectories(Path.of("target", "node")), "data");
        return AxonServerNode.start(NodeSettings.in(data).withPorts(0, 0));
    }

    @Bean
    DynamicPropertyRegistrar addressOf(AxonServerNode node) {
        return settings -> settings.add("axon.axonserver.servers", () -> "127.0.0.1:" + node.grpcPort());
    }
}
