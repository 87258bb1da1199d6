package io.voltledger.ocpp;

import static org.assertj.core.api.Assertions.assertThat;

import io.voltledger.api.admission.AdmissionCommand.AskTerms;
import io.voltledger.api.admission.AdmissionTerms;
import io.voltledger.api.chargepoint.ChargePointCommand.ConnectStation;
import io.voltledger.api.chargepoint.ChargePointCommand.DisconnectStation;
import org.axonframework.commandhandling.CommandBus;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** The module as it is started, with an in-memory command bus for Axon Server's. */
@SpringBootTest(
        classes = OcppGatewayApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "axon.axonserver.enabled=false",
            "voltledger.ocpp.port=0",
            "voltledger.ocpp.messages.folder=target/messages"
        })
class GatewayApplicationTest {

    @Autowired
    private OcppGateway gateway;

    @Autowired
    private OcppSettings settings;

    @Autowired
    private CommandBus bus;

    @Test
    void listensWithItsDefaultSettings() {
        assertThat(settings.host()).isEqualTo("127.0.0.1");
        bus.subscribe(AskTerms.class.getName(), message -> AdmissionTerms.OPEN);
        bus.subscribe(ConnectStation.class.getName(), message -> null);
        bus.subscribe(DisconnectStation.class.getName(), message -> null);

        try (RawUpgrade upgrade = RawUpgrade.request(gateway.port(), "/ocpp/CP-1", "Sec-WebSocket-Protocol: ocpp1.6")) {
            assertThat(upgrade.status()).isEqualTo(101);
        }
    }
}
