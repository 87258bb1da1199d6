package io.voltledger.ocpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.chargetime.ocpp.ClientEvents;
import eu.chargetime.ocpp.JSONClient;
import eu.chargetime.ocpp.feature.profile.ClientCoreEventHandler;
import eu.chargetime.ocpp.feature.profile.ClientCoreProfile;
import eu.chargetime.ocpp.model.Confirmation;
import eu.chargetime.ocpp.model.Request;
import eu.chargetime.ocpp.model.core.AuthorizationStatus;
import eu.chargetime.ocpp.model.core.AuthorizeConfirmation;
import eu.chargetime.ocpp.model.core.BootNotificationConfirmation;
import eu.chargetime.ocpp.model.core.ChargePointErrorCode;
import eu.chargetime.ocpp.model.core.ChargePointStatus;
import eu.chargetime.ocpp.model.core.DataTransferConfirmation;
import eu.chargetime.ocpp.model.core.DataTransferStatus;
import eu.chargetime.ocpp.model.core.HeartbeatConfirmation;
import eu.chargetime.ocpp.model.core.MeterValuesRequest;
import eu.chargetime.ocpp.model.core.RegistrationStatus;
import eu.chargetime.ocpp.model.core.RemoteStartStopStatus;
import eu.chargetime.ocpp.model.core.RemoteStartTransactionConfirmation;
import eu.chargetime.ocpp.model.core.StartTransactionConfirmation;
import eu.chargetime.ocpp.model.core.StopTransactionConfirmation;
import eu.chargetime.ocpp.model.core.StopTransactionRequest;
import io.voltledger.api.chargepoint.ChargePointCommand.ReportBoot;
import io.voltledger.api.chargepoint.ChargePointCommand.ReportStatus;
import io.voltledger.api.chargepoint.StationAnswer.Outcome;
import io.voltledger.api.chargepoint.StationCommandId;
import io.voltledger.api.chargepoint.StationCommandMessage.ReportStationAnswer;
import io.voltledger.api.chargepoint.StationCommandMessage.SendToStation;
import io.voltledger.api.chargepoint.StationId;
import io.voltledger.api.session.SessionCommand.RecordMeter;
import io.voltledger.api.session.SessionCommand.StopSession;
import io.voltledger.api.session.SessionId;
import java.lang.reflect.Proxy;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.GenericMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A conversation with a client library that others wrote and that chargers run. */
class RealClientTest {

    private static final ZonedDateTime AT = RunningGateway.NOW.atZone(ZoneOffset.UTC);

    private final Platform platform = new Platform();
    private final RunningGateway gateway = RunningGateway.before(platform);
    private final ClientCoreProfile core = new ClientCoreProfile((ClientCoreEventHandler) Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[] {ClientCoreEventHandler.class}, (proxy, method, arguments) -> {
                if (method.getName().equals("handleRemoteStartTransactionRequest")) {
                    return new RemoteStartTransactionConfirmation(RemoteStartStopStatus.Accepted);
                }
                throw new UnsupportedOperationException(method.getName());
            }));
    private final JSONClient client = new JSONClient(core, "CP-1");

    @BeforeEach
    void connect() throws InterruptedException {
        CountDownLatch opened = new CountDownLatch(1);
        client.connect(gateway.url().toString(), new ClientEvents() {
            @Override
            public void connectionOpened() {
                opened.countDown();
            }

            @Override
            public void connectionClosed() {
                // what a test is not about
            }
        });
        assertThat(opened.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @AfterEach
    void stop() {
        client.disconnect();
        gateway.close();
    }

    @Test
    void chargesOnce() {
        platform.on(StopSession.class, command -> Platform.ACCEPTED);

        BootNotificationConfirmation boot = send(core.createBootNotificationRequest("acme", "M1"));
        assertThat(boot.getStatus()).isEqualTo(RegistrationStatus.Accepted);
        assertThat(boot.getInterval()).isEqualTo(300);
        assertThat(boot.getCurrentTime().toInstant()).isEqualTo(RunningGateway.NOW);
        send(core.createStatusNotificationRequest(1, ChargePointErrorCode.NoError, ChargePointStatus.Preparing));
        HeartbeatConfirmation heartbeat = send(core.createHeartbeatRequest());
        assertThat(heartbeat.getCurrentTime().toInstant()).isEqualTo(RunningGateway.NOW);
        AuthorizeConfirmation authorize = send(core.createAuthorizeRequest("TAG1"));
        assertThat(authorize.getIdTagInfo().getStatus()).isEqualTo(AuthorizationStatus.Accepted);

        StartTransactionConfirmation start = send(core.createStartTransactionRequest(1, "TAG1", 1000, AT));
        MeterValuesRequest meter = core.createMeterValuesRequest(1, AT, "1500");
        meter.setTransactionId(start.getTransactionId());
        send(meter);
        StopTransactionRequest stop = core.createStopTransactionRequest(2000, AT, start.getTransactionId());
        stop.setIdTag("TAG1");
        StopTransactionConfirmation stopped = send(stop);
        assertThat(stopped.getIdTagInfo().getStatus()).isEqualTo(AuthorizationStatus.Accepted);

        SessionId session = new SessionId("CP-1:" + start.getTransactionId());
        assertThat(platform.only(ReportBoot.class).boot().vendor()).isEqualTo("acme");
        assertThat(platform.only(ReportStatus.class).status().reported()).isEqualTo("Preparing");
        assertThat(platform.only(RecordMeter.class).session()).isEqualTo(session);
        assertThat(platform.only(StopSession.class).session()).isEqualTo(session);
    }

    @Test
    void isToldThatItsVendorIsUnknown() {
        DataTransferConfirmation answer = send(core.createDataTransferRequest("acme"));

        assertThat(answer.getStatus()).isEqualTo(DataTransferStatus.UnknownVendorId);
    }

    @Test
    void takesARemoteStart() {
        SendToStation order = new SendToStation(
                new StationCommandId("c1"),
                new StationId("CP-1"),
                "RemoteStartTransaction",
                "{\"idTag\":\"TAG1\",\"connectorId\":1}");
        assertThat(platform.gateway()
                        .<Boolean>send(new GenericCommandMessage<>(
                                new GenericMessage<>(order), SendToStation.nameAt(RunningGateway.NODE)))
                        .join())
                .isTrue();

        await().until(() -> !platform.recorded(ReportStationAnswer.class).isEmpty());
        var answer = platform.only(ReportStationAnswer.class).answer();
        assertThat(answer.outcome()).isEqualTo(Outcome.ANSWERED);
        assertThat(answer.payload()).isEqualTo("{\"status\":\"Accepted\"}");
    }

    @SuppressWarnings("unchecked")
    private <C extends Confirmation> C send(Request request) {
        try {
            return (C) client.send(request).toCompletableFuture().get(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(request.toString(), e);
        }
    }
}
