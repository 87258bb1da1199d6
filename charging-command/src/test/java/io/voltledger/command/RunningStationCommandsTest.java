package io.voltledger.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.voltledger.api.ContextKeys;
import io.voltledger.api.Receipt;
import io.voltledger.api.Rejection;
import io.voltledger.api.chargepoint.CertificateRequestCommand.RequestCertificate;
import io.voltledger.api.chargepoint.CertificateRequestId;
import io.voltledger.api.chargepoint.ChargePointCommand.ConnectStation;
import io.voltledger.api.chargepoint.StationAnswer.Outcome;
import io.voltledger.api.chargepoint.StationCommandEvent.StationCommandEnded;
import io.voltledger.api.chargepoint.StationCommandId;
import io.voltledger.api.chargepoint.StationCommandMessage.CheckForStation;
import io.voltledger.api.chargepoint.StationCommandMessage.SendToStation;
import io.voltledger.api.chargepoint.StationId;
import io.voltledger.runtime.CommandRejected;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.commandhandling.CommandBus;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Commands to a station, from the request to the node that holds its socket. */
class RunningStationCommandsTest extends RunningModule {

    @Autowired
    private CommandBus commandBus;

    @Test
    void sendsNothingToAStationThatNobodyKnows() throws Exception {
        http.perform(json(post("/api/charge-points/CP-NONE/commands/Reset"), "{\"type\": \"Soft\"}"))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code", is("not-found")));
        http.perform(json(post("/api/charge-points/CP-NONE/commands/no-action"), "{}"))
                .andExpect(status().isBadRequest());
        http.perform(json(post("/api/charge-points/CP-NONE/commands/Reset"), "[1]"))
                .andExpect(status().isBadRequest());
    }

    @Test
    void findsAStationThatMovedToAnotherNode() throws Exception {
        register("CP-MOVED", "chain").andExpect(status().isCreated());
        connect("CP-MOVED", "node-gone");
        commandBus.subscribe(CheckForStation.nameAt("node-gone"), message -> {
            connect("CP-MOVED", "node-b");
            return false;
        });
        AtomicReference<CheckForStation> checked = new AtomicReference<>();
        commandBus.subscribe(CheckForStation.nameAt("node-b"), message -> {
            checked.set((CheckForStation) message.getPayload());
            return true;
        });
        AtomicReference<SendToStation> sent = new AtomicReference<>();
        commandBus.subscribe(SendToStation.nameAt("node-b"), message -> {
            sent.set((SendToStation) message.getPayload());
            return true;
        });
        String body = "{\"connectorId\":1, \"limit\": 16.0}";

        String answer = http.perform(json(post("/api/charge-points/CP-MOVED/commands/Anything"), body))
                .andExpect(status().isAccepted())
                .andExpect(header().string("Location", startsWith("/api/station-commands/")))
                .andReturn()
                .getResponse()
                .getContentAsString();

        StationCommandId id = new StationCommandId(JsonPath.read(answer, "$.id"));
        assertThat(checked.get()).isEqualTo(new CheckForStation(new StationId("CP-MOVED"), "Anything", body));
        assertThat(sent.get()).isEqualTo(new SendToStation(id, new StationId("CP-MOVED"), "Anything", body));
        assertThat(store.readEvents(id.toString()).asStream().toList())
                .allSatisfy(event -> assertThat(event.getMetaData()).containsEntry(ContextKeys.ACTOR, "operator:api"))
                .extracting(event -> event.getPayloadType().getSimpleName())
                .containsExactly("StationCommandDispatched", "StationCommandRouted");
    }

    @Test
    void recordsNoCommandThatTheStationCannotBeSent() throws Exception {
        register("CP-16", "chain").andExpect(status().isCreated());
        connect("CP-16", "node-16");
        commandBus.subscribe(CheckForStation.nameAt("node-16"), message -> {
            CheckForStation check = (CheckForStation) message.getPayload();
            throw check.action().equals("Reset")
                    ? new CommandRejected(Rejection.PAYLOAD_INVALID, "type: is missing")
                    : new CommandRejected(Rejection.UNKNOWN_ACTION, "no such operation");
        });
        http.perform(post("/api/charge-points/CP-16/commands/Reset"))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.code", is("payload-invalid")))
                .andExpect(jsonPath("$.detail", is("type: is missing")));
        http.perform(json(post("/api/charge-points/CP-16/commands/GetVariables"), "{}"))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code", is("unknown-action")));
    }

    @Test
    void sendsTheCertificateThatAStationAskedFor() throws Exception {
        register("CP-CERT", "chain").andExpect(status().isCreated());
        StationId station = new StationId("CP-CERT");
        CertificateRequestId request = CertificateRequestId.of(station, "csr");
        connect("CP-CERT", "node-cert");
        AtomicReference<SendToStation> sent = new AtomicReference<>();
        commandBus.subscribe(CheckForStation.nameAt("node-cert"), message -> true);
        commandBus.subscribe(SendToStation.nameAt("node-cert"), message -> {
            sent.set((SendToStation) message.getPayload());
            return true;
        });
        commands.sendAndWait(new RequestCertificate(request, station, "csr", new Receipt("r", START)));
        commands.sendAndWait(new RequestCertificate(request, station, "csr", new Receipt("r2", START)));

        http.perform(json(
                        post("/api/certificate-requests/{id}/certificate", request.value()),
                        "{\"certificateChain\": \"PEM\"}"))
                .andExpect(status().isAccepted())
                .andExpect(header().string("Location", startsWith("/api/station-commands/")));

        assertThat(sent.get().action()).isEqualTo("CertificateSigned");
        assertThat(sent.get().payload()).isEqualTo("{\"certificateChain\":\"PEM\"}");
        http.perform(json(post("/api/certificate-requests/{id}/refuse", request.value()), "{\"reason\": \"too late\"}"))
                .andExpect(status().isConflict());
        assertThat(store.readEvents(request.toString()).asStream().toList())
                .extracting(event -> event.getPayloadType().getSimpleName())
                .containsExactly("CertificateRequested", "CertificateSupplied");
    }

    @Test
    void reportsAStationOffline() throws Exception {
        register("CP-OFF", "chain").andExpect(status().isCreated());
        http.perform(json(post("/api/charge-points/CP-OFF/commands/ClearCache"), "{}"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code", is("station-offline")));
    }

    @Test
    void endsACommandWhoseStationLeftWhileItWasRecorded() throws Exception {
        register("CP-LEFT", "chain").andExpect(status().isCreated());
        connect("CP-LEFT", "node-c");
        AtomicReference<StationCommandId> sent = new AtomicReference<>();
        commandBus.subscribe(CheckForStation.nameAt("node-c"), message -> true);
        commandBus.subscribe(SendToStation.nameAt("node-c"), message -> {
            sent.set(((SendToStation) message.getPayload()).command());
            return false;
        });
        http.perform(json(post("/api/charge-points/CP-LEFT/commands/RemoteStartTransaction"), "{\"idTag\": \"04AB\"}"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code", is("station-offline")));
        assertThat(events(sent.get().toString(), StationCommandEnded.class))
                .singleElement()
                .satisfies(ended -> assertThat(ended.answer().outcome()).isEqualTo(Outcome.OFFLINE));
    }

    private void connect(String station, String node) {
        commands.sendAndWait(new ConnectStation(new StationId(station), node, "socket-" + node, "ocpp1.6", START));
    }
}
