package io.voltledger.ocpp.v201;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.voltledger.api.chargepoint.ChargePointCommand.ConnectStation;
import io.voltledger.api.chargepoint.ChargePointCommand.ReportBoot;
import io.voltledger.api.chargepoint.ChargePointCommand.ReportStatus;
import io.voltledger.api.chargepoint.ChargingProfile.Period;
import io.voltledger.api.chargepoint.ChargingProfile.Purpose;
import io.voltledger.api.chargepoint.ChargingProfileFilter;
import io.voltledger.api.chargepoint.ConnectorId;
import io.voltledger.api.chargepoint.ConnectorStatus;
import io.voltledger.api.chargepoint.StationAnswer.Outcome;
import io.voltledger.api.chargepoint.StationBookCommand.ClearChargingProfiles;
import io.voltledger.api.chargepoint.StationBookCommand.KeepChargingProfile;
import io.voltledger.api.chargepoint.StationCommandId;
import io.voltledger.api.chargepoint.StationCommandMessage.ReportStationAnswer;
import io.voltledger.api.chargepoint.StationCommandMessage.SendToStation;
import io.voltledger.api.chargepoint.StationId;
import io.voltledger.api.chargepoint.StationLogCommand.RecordStationMeter;
import io.voltledger.api.chargepoint.StationLogCommand.RecordStationNotice;
import io.voltledger.api.chargepoint.StationNotice.Kind;
import io.voltledger.api.session.SessionCommand.StartSession;
import io.voltledger.api.token.Authorization;
import io.voltledger.api.token.AuthorizationStatus;
import io.voltledger.api.token.IdToken;
import io.voltledger.api.token.TokenCommand.AuthorizeToken;
import io.voltledger.ocpp.OcppSchemas;
import io.voltledger.ocpp.Platform;
import io.voltledger.ocpp.RawStation;
import io.voltledger.ocpp.RunningGateway;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.GenericMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class Station201Test {

    private static final String AT = "\"timestamp\":\"2026-11-21T02:59:00Z\"";

    private static final OcppSchemas SCHEMAS = new OcppSchemas("ocpp2_0_1.json");
    private final Platform platform = new Platform();
    private final RunningGateway gateway = RunningGateway.before(platform);
    private final RawStation station = RawStation.connect(gateway, "CP-1", "ocpp2.0.1", "ocpp1.6");

    @AfterEach
    void stop() {
        station.close();
        gateway.close();
    }

    @Test
    void speaksWhatTheStationPrefers() {
        assertThat(station.subprotocol()).isEqualTo("ocpp2.0.1");
        assertThat(platform.only(ConnectStation.class).protocol()).isEqualTo("ocpp2.0.1");
        try (RawStation other = RawStation.connect(gateway, "CP-2", "ocpp9", "ocpp1.6", "ocpp2.0.1")) {
            assertThat(other.subprotocol()).isEqualTo("ocpp1.6");
        }
    }

    @Test
    void recordsABoot() {
        JsonNode answer = agrees("BootNotification", """
                {"reason":"PowerUp","chargingStation":{"model":"M2","vendorName":"acme","serialNumber":"S-1",
                "firmwareVersion":"2.3","modem":{"iccid":"89","imsi":"45"}}}""");

        assertThat(answer.path("status").asText()).isEqualTo("Accepted");
        var boot = platform.only(ReportBoot.class).boot();
        assertThat(boot.vendor()).isEqualTo("acme");
        assertThat(boot.model()).isEqualTo("M2");
        assertThat(boot.serialNumber()).isEqualTo("S-1");
        assertThat(boot.imsi()).isEqualTo("45");
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "7, 1, 7", "3, 2, 3002", "0, 0, 0", "1000, 1, 1000001"})
    void numbersTheConnectorsOfEvses(int evse, int connector, int number) {
        agrees("StatusNotification", """
                {%s,"connectorStatus":"Occupied","evseId":%d,"connectorId":%d}""".formatted(AT, evse, connector));

        ReportStatus report = platform.only(ReportStatus.class);
        assertThat(report.connector()).isEqualTo(new ConnectorId(number));
        assertThat(report.status().status()).isEqualTo(ConnectorStatus.OCCUPIED);
        assertThat(report.status().stationTime()).isEqualTo(Instant.parse("2026-11-21T02:59:00Z"));
    }

    @ParameterizedTest
    @EnumSource(AuthorizationStatus.class)
    void tellsWhatATokenMayDo(AuthorizationStatus status) {
        Authorization authorization =
                new Authorization(status, null, new IdToken("GROUP-1"), Instant.parse("2027-01-01T00:00:00.123456Z"));
        platform.on(AuthorizeToken.class, command -> authorization);

        JsonNode info = agrees("Authorize", "{\"idToken\":{\"idToken\":\"TAG1\",\"type\":\"ISO14443\"}}")
                .path("idTokenInfo");

        assertThat(info.at("/groupIdToken/idToken").asText()).isEqualTo("GROUP-1");
        assertThat(info.path("cacheExpiryDateTime").asText()).isEqualTo("2027-01-01T00:00:00.123Z");
        assertThat(platform.only(AuthorizeToken.class).token()).isEqualTo(new IdToken("TAG1"));
    }

    @Test
    void readsMultipliedUnits() {
        agrees("MeterValues", """
                {"evseId":2,"meterValue":[{%s,"sampledValue":[{"value":1.5,"context":"Sample.Clock",
                "unitOfMeasure":{"unit":"Wh","multiplier":3}},{"value":72,"measurand":"Power.Active.Import",
                "unitOfMeasure":{"unit":"kW","multiplier":-1}}]}]}""".formatted(AT));

        RecordStationMeter meter = platform.only(RecordStationMeter.class);
        assertThat(meter.connector()).isEqualTo(new ConnectorId(2));
        assertThat(meter.anomalies()).isEmpty();
        var values = meter.readings().getFirst().values();
        assertThat(values.get(0).value()).isEqualByComparingTo("1500");
        assertThat(values.get(0).context()).isEqualTo("Sample.Clock");
        assertThat(values.get(1).value()).isEqualByComparingTo("7200");
        assertThat(values.get(1).unit()).isEqualTo("W");
    }

    @Test
    void keepsWhatStationsLetItKnow() {
        agrees("Heartbeat", "{}");
        agrees("DataTransfer", "{\"vendorId\":\"acme\",\"data\":{\"any\":1}}");
        agrees("FirmwareStatusNotification", "{\"status\":\"Downloading\",\"requestId\":4}");
        agrees("LogStatusNotification", "{\"status\":\"Uploaded\",\"requestId\":5}");
        agrees("SecurityEventNotification", "{\"type\":\"InvalidMessages\"," + AT + "}");
        agrees("ReservationStatusUpdate", "{\"reservationId\":9,\"reservationUpdateStatus\":\"Expired\"}");
        agrees("NotifyReport", """
                {"requestId":3,"generatedAt":"2026-11-21T02:59:00Z","seqNo":0,"tbc":true,"reportData":[{
                "component":{"name":"EVSE"},"variable":{"name":"Enabled"},"variableAttribute":[{"value":"true"}]}]}""");
        agrees("NotifyEvent", """
                {"generatedAt":"2026-11-21T02:59:00Z","seqNo":0,"eventData":[{"eventId":1,%s,"trigger":"Alerting",
                "actualValue":"1","eventNotificationType":"HardWiredNotification","component":{"name":"EVSE"},
                "variable":{"name":"Problem"}}]}""".formatted(AT));

        var notices = platform.recorded(RecordStationNotice.class);
        assertThat(notices)
                .extracting(notice -> notice.notice().kind())
                .containsExactly(
                        Kind.FIRMWARE_STATUS,
                        Kind.LOG_STATUS,
                        Kind.SECURITY_EVENT,
                        Kind.RESERVATION_STATUS,
                        Kind.DEVICE_REPORT,
                        Kind.DEVICE_EVENT);
        assertThat(notices.get(3).notice().requestId()).isEqualTo(9);
        assertThat(notices.get(4).notice().detail()).contains("\"Enabled\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[2,'1','Authorize',{}] | OccurrenceConstraintViolation",
                "[2,'1','Authorize',{'idToken':'TAG1'}] | TypeConstraintViolation",
                "[2,'1','Authorize',{'idToken':{'idToken':7,'type':'Central'}}] | TypeConstraintViolation",
                "[2,'1','Authorize',{'idToken':{'idToken':'0123456789012345678901234567890123456'}}] | PropertyConstraintViolation",
                "[2,'1','Authorize',[]] | FormatViolation",
                "[2,'1','Authorize',{'idToken':{] | FormatViolation",
                "[2,'1'] | RpcFrameworkError",
                "{} | RpcFrameworkError",
                "[9,'1','Authorize',{}] | MessageTypeNotSupported",
                "[2,'1','StartTransaction',{}] | NotImplemented",
                "[2,'1','NotifyEVChargingNeeds',{}] | NotSupported"
            })
    void saysWhatIsWrongInTheWordsOfTheVersion(String frame, String word) {
        JsonNode answer = station.exchange(frame.replace('\'', '"'));

        assertThat(answer.get(0).asInt()).isEqualTo(4);
        assertThat(answer.get(2).asText()).isEqualTo(word);
    }

    @Test
    void sendsWhatTheOperationAsksAndReportsTheAnswer() {
        String request = """
                {"type":"Immediate","evseId":1}""";
        SCHEMAS.check("Reset.req", request);

        assertThat(order("Reset", request)).isTrue();

        JsonNode call = station.next();
        assertThat(call.get(2).asText()).isEqualTo("Reset");
        assertThat(call.get(3)).hasToString(request);
        station.send("[3,\"" + call.get(1).asText() + "\",{\"status\":\"Scheduled\"}]");
        await().until(() -> !platform.recorded(ReportStationAnswer.class).isEmpty());
        var answer = platform.only(ReportStationAnswer.class).answer();
        assertThat(answer.outcome()).isEqualTo(Outcome.ANSWERED);
        assertThat(answer.payload()).isEqualTo("{\"status\":\"Scheduled\"}");
    }

    @Test
    void keepsTheChargingProfilesThatItAgreesTo() {
        String request = """
                {"evseId":2,"chargingProfile":{"id":5,"stackLevel":3,"chargingProfilePurpose":"TxProfile",
                "chargingProfileKind":"Relative","transactionId":"T-1","chargingSchedule":[
                {"id":1,"chargingRateUnit":"A","chargingSchedulePeriod":[{"startPeriod":0,"limit":16.5,"numberPhases":1}]},
                {"id":2,"chargingRateUnit":"W","duration":600,"chargingSchedulePeriod":[{"startPeriod":60,"limit":11000}]}
                ]}}""";
        SCHEMAS.check("SetChargingProfile.req", request);
        answered("SetChargingProfile", request, "{\"status\":\"Accepted\"}");

        KeepChargingProfile kept = platform.only(KeepChargingProfile.class);
        assertThat(kept.connector()).isEqualTo(new ConnectorId(2));
        assertThat(kept.profile().transaction()).isEqualTo("T-1");
        assertThat(kept.profile().purpose()).isEqualTo(Purpose.TX);
        assertThat(kept.profile().schedules()).hasSize(2);
        assertThat(kept.profile().schedules().getLast().periods())
                .containsExactly(new Period(Duration.ofMinutes(1), new BigDecimal("11000"), null));
    }

    @Test
    void forgetsTheChargingProfilesThatItForgot() {
        answered("SetChargingProfile", """
                {"evseId":1,"chargingProfile":{"id":5,"stackLevel":3,"chargingProfilePurpose":"TxDefaultProfile",
                "chargingProfileKind":"Relative","chargingSchedule":[{"id":1,"chargingRateUnit":"A",
                "chargingSchedulePeriod":[{"startPeriod":0,"limit":16.5}]}]}}""", "{\"status\":\"Rejected\"}");
        answered("ClearChargingProfile", """
                {"chargingProfileCriteria":{"evseId":0,"chargingProfilePurpose":"ChargingStationMaxProfile","stackLevel":1}}""", "{\"status\":\"Accepted\"}");

        assertThat(platform.recorded(KeepChargingProfile.class)).isEmpty();
        assertThat(platform.only(ClearChargingProfiles.class).filter())
                .isEqualTo(new ChargingProfileFilter(null, new ConnectorId(0), Purpose.STATION_MAX, 1));
    }

    @Test
    void knowsWhatLimitsItFromOutside() {
        agrees("NotifyChargingLimit", """
                {"evseId":1,"chargingLimit":{"chargingLimitSource":"EMS","isGridCritical":true},"chargingSchedule":[{"id":1,
                "chargingRateUnit":"A","chargingSchedulePeriod":[{"startPeriod":0,"limit":10.0}]}]}""");
        agrees("NotifyChargingLimit", "{\"chargingLimit\":{\"chargingLimitSource\":\"SO\"}}");
        agrees("ClearedChargingLimit", "{\"chargingLimitSource\":\"EMS\",\"evseId\":1}");

        KeepChargingProfile kept = platform.only(KeepChargingProfile.class);
        assertThat(kept.connector()).isEqualTo(new ConnectorId(1));
        assertThat(kept.profile().purpose()).isEqualTo(Purpose.EXTERNAL);
        assertThat(kept.profile().schedules().getFirst().start()).isEqualTo(RunningGateway.NOW);
        assertThat(platform.only(ClearChargingProfiles.class).filter())
                .isEqualTo(new ChargingProfileFilter(kept.profile().id(), new ConnectorId(1), Purpose.EXTERNAL, null));
        assertThat(platform.recorded(RecordStationNotice.class))
                .extracting(
                        notice -> notice.notice().kind() + " " + notice.notice().word())
                .containsExactly("CHARGING_LIMIT EMS", "CHARGING_LIMIT SO", "CHARGING_LIMIT EMS");
    }

    @Test
    void survivesALimitThatCannotBeRead() {
        JsonNode answer = station.call("1", "NotifyChargingLimit", """
                {"evseId":1,"chargingLimit":{"chargingLimitSource":"EMS"},"chargingSchedule":[{"chargingRateUnit":"kW",
                "startSchedule":"soon","chargingSchedulePeriod":[{"limit":"ten"}]}]}""");

        assertThat(answer).isEmpty();
        assertThat(platform.recorded(KeepChargingProfile.class)).isEmpty();
        assertThat(platform.recorded(RecordStationNotice.class)).hasSize(1);
    }

    @Test
    void knowsTheTokenOfARemoteStart() {
        String request = """
                {"idToken":{"idToken":"TAG9","type":"Central"},"remoteStartId":77,"evseId":1}""";
        SCHEMAS.check("RequestStartTransaction.req", request);
        order("RequestStartTransaction", request);
        station.send("[3,\"" + station.next().get(1).asText() + "\",{\"status\":\"Accepted\"}]");
        await().until(() -> !platform.recorded(ReportStationAnswer.class).isEmpty());

        agrees("TransactionEvent", """
                {"eventType":"Started",%s,"triggerReason":"RemoteStart","seqNo":0,"evse":{"id":1,"connectorId":1},
                "transactionInfo":{"transactionId":"T-1","remoteStartId":77}}""".formatted(AT));

        assertThat(platform.only(StartSession.class).token()).isEqualTo(new IdToken("TAG9"));
    }

    private void answered(String action, String request, String answer) {
        int before = platform.recorded(ReportStationAnswer.class).size();
        order(action, request);
        station.send("[3,\"" + station.next().get(1).asText() + "\"," + answer + "]");
        await().until(() -> platform.recorded(ReportStationAnswer.class).size() > before);
    }

    private boolean order(String action, String payload) {
        SendToStation order = new SendToStation(new StationCommandId("c1"), new StationId("CP-1"), action, payload);
        return platform.gateway()
                .<Boolean>send(new GenericCommandMessage<>(
                        new GenericMessage<>(order), SendToStation.nameAt(RunningGateway.NODE)))
                .join();
    }

    private JsonNode agrees(String action, String request) {
        SCHEMAS.check(action + ".req", request);
        JsonNode answer = station.call("1", action, request);
        SCHEMAS.check(action + ".conf", answer.toString());
        return answer;
    }
}
