package io.voltledger.ocpp.v201;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.voltledger.api.Energy;
import io.voltledger.api.chargepoint.ChargePointCommand.RegisterChargePoint;
import io.voltledger.api.chargepoint.StationAnswer;
import io.voltledger.api.chargepoint.StationAnswer.Outcome;
import io.voltledger.api.chargepoint.StationCommandEvent.StationCommandEnded;
import io.voltledger.api.chargepoint.StationId;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.session.SessionEvent.SessionStarted;
import io.voltledger.api.session.SessionEvent.SessionStopped;
import io.voltledger.api.token.IdToken;
import io.voltledger.api.token.TokenCommand.IssueToken;
import io.voltledger.ocpp.OcppSchemas;
import io.voltledger.ocpp.RunningGateway;
import io.voltledger.ocpp.corpus.WriteSide;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A conversation in 2.0.1 with a client library that others wrote, which holds both sides against the published schemas. */
@SuppressWarnings("NullAway.Init")
class RealClient201Test {

    private static final Instant AT = Instant.parse("2026-11-21T02:00:00Z");

    private static final OcppSchemas SCHEMAS = new OcppSchemas("ocpp2_0_1.json");
    private static WriteSide writeSide;
    private static RunningGateway gateway;
    private static LibraryStation station;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void connect() {
        writeSide = new WriteSide();
        gateway = RunningGateway.before(writeSide.gateway(), writeSide.bus());
        writeSide
                .gateway()
                .sendAndWait(
                        new RegisterChargePoint(new StationId("S-LIB"), "Level B1", ZoneId.of("Asia/Seoul"), null, AT));
        writeSide.gateway().sendAndWait(new IssueToken(new IdToken("TAGLIB"), new MemberId("M-1"), null, null, AT));
        station = LibraryStation.connect(gateway.url(), "S-LIB");
    }

    @AfterAll
    static void stop() {
        if (station != null) {
            station.close();
        }
        gateway.close();
        writeSide.close();
    }

    @Test
    void chargesOnce() {
        JsonNode boot = call("BootNotification", """
                {"reason":"PowerUp","chargingStation":{"model":"M2","vendorName":"acme","firmwareVersion":"2.3"}}""");
        assertThat(boot.path("status").asText()).isEqualTo("Accepted");
        assertThat(boot.path("interval").asInt()).isEqualTo(300);
        assertThat(call("Heartbeat", "{}").path("currentTime").asText()).isEqualTo("2026-11-21T03:00:00Z");
        call("StatusNotification", """
                {"timestamp":"2026-11-21T02:00:00Z","connectorStatus":"Occupied","evseId":1,"connectorId":1}""");
        assertThat(call("Authorize", "{\"idToken\":{\"idToken\":\"TAGLIB\",\"type\":\"ISO14443\"}}")
                        .at("/idTokenInfo/status")
                        .asText())
                .isEqualTo("Accepted");
        assertThat(call("Authorize", "{\"idToken\":{\"idToken\":\"STRANGER\",\"type\":\"ISO14443\"}}")
                        .at("/idTokenInfo/status")
                        .asText())
                .isEqualTo("Unknown");

        JsonNode started = call("TransactionEvent", event("Started", 0, "CablePluggedIn", "1.000", """
                ,"evse":{"id":1,"connectorId":1},"idToken":{"idToken":"TAGLIB","type":"ISO14443"}""", ""));
        assertThat(started.at("/idTokenInfo/status").asText()).isEqualTo("Accepted");
        call("TransactionEvent", event("Updated", 1, "MeterValuePeriodic", "1.700", "", ""));
        call("MeterValues", """
                {"evseId":1,"meterValue":[{"timestamp":"2026-11-21T02:02:00Z","sampledValue":[{"value":1800,
                "context":"Sample.Clock","unitOfMeasure":{"unit":"Wh"}}]}]}""");
        call("TransactionEvent", event("Ended", 2, "EVDeparted", "3.500", "", ",\"stoppedReason\":\"EVDisconnected\""));

        List<Object> events = writeSide.events("S-LIB:T-LIB");
        assertThat(events.getFirst())
                .isInstanceOfSatisfying(
                        SessionStarted.class, first -> assertThat(first.token()).isEqualTo(new IdToken("TAGLIB")));
        assertThat(events.getLast()).isInstanceOfSatisfying(SessionStopped.class, last -> {
            assertThat(last.energy()).isEqualTo(Energy.wh(2_500));
            assertThat(last.reviewReasons()).isEmpty();
        });
    }

    @Test
    void letsThePlatformKnowOfItself() {
        call("FirmwareStatusNotification", "{\"status\":\"Downloading\",\"requestId\":4}");
        call("LogStatusNotification", "{\"status\":\"Uploaded\",\"requestId\":5}");
        call("SecurityEventNotification", "{\"type\":\"InvalidMessages\",\"timestamp\":\"2026-11-21T02:00:00Z\"}");
        call("NotifyReport", """
                {"requestId":3,"generatedAt":"2026-11-21T02:59:00Z","seqNo":0,"reportData":[{"component":{"name":"EVSE"},
                "variable":{"name":"Enabled"},"variableAttribute":[{"value":"true"}]}]}""");
        assertThat(call("DataTransfer", "{\"vendorId\":\"acme\"}")
                        .path("status")
                        .asText())
                .isEqualTo("UnknownVendorId");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "RequestStartTransaction | {'idToken':{'idToken':'TAGLIB','type':'Central'},'remoteStartId':7,'evseId':1}"
                        + " | {'status':'Accepted','transactionId':'T-9'}",
                "RequestStopTransaction | {'transactionId':'T-9'} | {'status':'Rejected'}",
                "GetVariables | {'getVariableData':[{'component':{'name':'OCPPCommCtrlr'},'variable':{'name':'HeartbeatInterval'}}]}"
                        + " | {'getVariableResult':[{'attributeStatus':'Accepted','attributeValue':'300',"
                        + "'component':{'name':'OCPPCommCtrlr'},'variable':{'name':'HeartbeatInterval'}}]}",
                "SetVariables | {'setVariableData':[{'attributeValue':'600','component':{'name':'OCPPCommCtrlr'},"
                        + "'variable':{'name':'HeartbeatInterval'}}]}"
                        + " | {'setVariableResult':[{'attributeStatus':'RebootRequired','component':{'name':'OCPPCommCtrlr'},"
                        + "'variable':{'name':'HeartbeatInterval'}}]}",
                "GetBaseReport | {'requestId':3,'reportBase':'FullInventory'} | {'status':'Accepted'}",
                "Reset | {'type':'OnIdle'} | {'status':'Scheduled'}",
                "Reset | {'type':'Immediate','evseId':1} | {'status':'Accepted'}",
                "UnlockConnector | {'evseId':1,'connectorId':1} | {'status':'Unlocked'}",
                "ChangeAvailability | {'operationalStatus':'Inoperative','evse':{'id':1}} | {'status':'Scheduled'}",
                "TriggerMessage | {'requestedMessage':'StatusNotification','evse':{'id':1,'connectorId':1}}"
                        + " | {'status':'NotImplemented'}",
                "ReserveNow | {'id':4,'expiryDateTime':'2026-11-21T04:00:00Z','idToken':{'idToken':'TAGLIB','type':'ISO14443'}}"
                        + " | {'status':'Accepted'}",
                "SetChargingProfile | {'evseId':1,'chargingProfile':{'id':1,'stackLevel':0,'chargingProfilePurpose':"
                        + "'TxDefaultProfile','chargingProfileKind':'Relative','chargingSchedule':[{'id':1,"
                        + "'chargingRateUnit':'A','chargingSchedulePeriod':[{'startPeriod':0,'limit':16.1}]}]}}"
                        + " | {'status':'Accepted'}",
                "GetCompositeSchedule | {'evseId':1,'duration':600} | {'status':'Rejected'}",
                "SendLocalList | {'versionNumber':2,'updateType':'Full','localAuthorizationList':[{'idToken':"
                        + "{'idToken':'TAGLIB','type':'ISO14443'},'idTokenInfo':{'status':'Accepted'}}]} | {'status':'Accepted'}",
                "DataTransfer | {'vendorId':'acme','data':{'any':1}} | {'status':'UnknownVendorId'}"
            })
    void doesWhatOperatorsAsk(String action, String quotedRequest, String quotedAnswer) throws Exception {
        String request = quotedRequest.replace('\'', '"');
        String answer = quotedAnswer.replace('\'', '"');
        SCHEMAS.check(action + ".conf", answer);
        station.agree(action, answer);

        String command = dispatch(action, request);

        JsonNode asked = station.asked(action);
        assertThat(asked).isEqualTo(new ObjectMapper().readTree(request));
        SCHEMAS.check(action + ".req", asked.toString());
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(writeSide.events("station-command/" + command))
                        .last()
                        .isInstanceOfSatisfying(
                                StationCommandEnded.class,
                                ended -> assertThat(ended.answer())
                                        .isEqualTo(new StationAnswer(Outcome.ANSWERED, answer))));
    }

    private JsonNode call(String action, String payload) {
        SCHEMAS.check(action + ".req", payload);
        JsonNode answer = station.call(action, payload);
        SCHEMAS.check(action + ".conf", answer.toString());
        return answer;
    }

    /** @return the command's id */
    private String dispatch(String action, String request) throws IOException, InterruptedException {
        URI url = URI.create("http://127.0.0.1:" + writeSide.port() + "/api/charge-points/S-LIB/commands/" + action);
        var response = http.send(
                HttpRequest.newBuilder(url)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(request))
                        .build(),
                BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
        return new ObjectMapper().readTree(response.body()).path("id").asText();
    }

    private static String event(
            String type, int number, String trigger, String kilowattHours, String more, String transaction) {
        return """
                {"eventType":"%s","timestamp":"2026-11-21T02:0%d:00Z","triggerReason":"%s","seqNo":%d,
                "transactionInfo":{"transactionId":"T-LIB","chargingState":"Charging"%s}%s,"meterValue":[{
                "timestamp":"2026-11-21T02:0%d:00Z","sampledValue":[{"value":%s,"context":"%s",
                "unitOfMeasure":{"unit":"kWh"}}]}]}""".formatted(
                        type,
                        number,
                        trigger,
                        number,
                        transaction,
                        more,
                        number,
                        kilowattHours,
                        switch (type) {
                            case "Started" -> "Transaction.Begin";
                            case "Ended" -> "Transaction.End";
                            default -> "Sample.Periodic";
                        });
    }
}
