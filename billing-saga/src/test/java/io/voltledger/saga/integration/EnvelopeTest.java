package io.voltledger.saga.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.voltledger.api.Energy;
import io.voltledger.api.Money;
import io.voltledger.api.Receipt;
import io.voltledger.api.billing.BillEvent.BillOpened;
import io.voltledger.api.billing.BillEvent.BillOverdue;
import io.voltledger.api.billing.BillEvent.BillOverpaid;
import io.voltledger.api.billing.BillEvent.BillPaid;
import io.voltledger.api.billing.BillEvent.BillParked;
import io.voltledger.api.billing.BillEvent.BillPaymentRequested;
import io.voltledger.api.billing.BillEvent.PaymentApplied;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.billing.BillTotals;
import io.voltledger.api.billing.PaymentSource;
import io.voltledger.api.chargepoint.ConnectorId;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.payment.HandSettlement;
import io.voltledger.api.payment.OrderId;
import io.voltledger.api.payment.PaymentEvent.PaymentAbandoned;
import io.voltledger.api.payment.PaymentEvent.PaymentApproved;
import io.voltledger.api.payment.PaymentEvent.PaymentApprovedLate;
import io.voltledger.api.payment.PaymentEvent.PaymentCancelled;
import io.voltledger.api.payment.PaymentEvent.PaymentChargedBack;
import io.voltledger.api.payment.PaymentEvent.PaymentDeclined;
import io.voltledger.api.payment.PaymentEvent.PaymentOutcomeUnknown;
import io.voltledger.api.payment.PaymentEvent.PaymentRequested;
import io.voltledger.api.payment.PaymentEvent.PaymentSettled;
import io.voltledger.api.payment.PaymentId;
import io.voltledger.api.payment.PaymentMethodId;
import io.voltledger.api.session.SessionEvent.EnergyMetered;
import io.voltledger.api.session.SessionEvent.SessionStarted;
import io.voltledger.api.session.SessionEvent.SessionStopped;
import io.voltledger.api.session.SessionId;
import io.voltledger.api.tariff.TariffId;
import io.voltledger.api.token.Authorization;
import io.voltledger.api.token.AuthorizationStatus;
import io.voltledger.api.token.IdToken;
import io.voltledger.runtime.AxonJson;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Golden files: what stands in {@code src/test/resources/envelopes} is a promise to other systems. */
class EnvelopeTest {

    private static final Path GOLDEN = Path.of("src/test/resources/envelopes");
    private static final Instant AT = Instant.parse("2026-11-21T03:00:00Z");
    private static final SessionId SESSION = new SessionId("CP-1:42");
    private static final BillId BILL = BillId.of(SESSION);
    private static final PaymentId PAYMENT = PaymentId.of(BILL, 1);
    private static final OrderId ORDER = new OrderId("vl-0001");
    private static final MemberId MEMBER = new MemberId("M1");
    private static final Authorization ACCEPTED = new Authorization(AuthorizationStatus.ACCEPTED, MEMBER, null, null);
    private static final Receipt RECEIPT = new Receipt("m-1", AT);
    private static final Envelopes ENVELOPES =
            new Envelopes(new Recorded("event-1", AT, "correlation-1", "4bf92f3577b34da6a3ce929d0e0e4736"), "test");

    private final ObjectMapper mapper = AxonJson.mapper();

    static Stream<List<Outgoing>> everything() {
        return Stream.concat(sessions(), Stream.concat(bills(), payments()));
    }

    @ParameterizedTest
    @MethodSource("everything")
    void keepsItsShape(List<Outgoing> records) throws IOException {
        Outgoing first = records.getFirst();
        String said = mapper.writerWithDefaultPrettyPrinter()
                .writeValueAsString(
                        new Published(records.stream().map(Outgoing::topic).toList(), first.key(), first.envelope()));
        Path golden = GOLDEN.resolve(first.envelope().eventType() + ".json");
        if (Boolean.getBoolean("golden.write")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, said + "\n");
        }

        assertThat(mapper.readTree(said)).isEqualTo(mapper.readTree(golden.toFile()));
    }

    record Published(List<String> topics, String key, io.voltledger.api.integration.Envelope envelope) {}

    private static Stream<List<Outgoing>> sessions() {
        return Stream.of(
                        new SessionStarted(
                                SESSION,
                                SESSION.station(),
                                new ConnectorId(1),
                                new IdToken("TAG-1"),
                                ACCEPTED,
                                Energy.wh(1_000),
                                AT,
                                null,
                                false,
                                List.of(),
                                RECEIPT),
                        new EnergyMetered(
                                SESSION,
                                List.of(),
                                Energy.wh("10500.5"),
                                won(4_200),
                                new BigDecimal("7200"),
                                List.of(),
                                RECEIPT),
                        new SessionStopped(
                                SESSION,
                                SESSION.station(),
                                new ConnectorId(1),
                                new IdToken("TAG-1"),
                                ACCEPTED,
                                Energy.wh(1_000),
                                Energy.wh(31_000),
                                Energy.wh(30_000),
                                AT.minusSeconds(3600),
                                AT,
                                "Local",
                                null,
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                RECEIPT))
                .map(event -> SessionEnvelopes.of(event, ENVELOPES));
    }

    private static Stream<List<Outgoing>> bills() {
        return Stream.of(
                        new BillOpened(
                                BILL,
                                SESSION,
                                MEMBER,
                                new IdToken("TAG-1"),
                                new TariffId("standard"),
                                3,
                                List.of(),
                                new BillTotals(won(11_000), won(1_100), won(12_100)),
                                AT),
                        new BillParked(BILL, SESSION, null, List.of("no register"), AT),
                        new PaymentApplied(BILL, PaymentSource.WALLET, "hold-1", won(2_100), won(10_000), AT),
                        new BillOverpaid(BILL, SESSION, MEMBER, PAYMENT.value(), 2, won(700), AT),
                        new BillPaid(BILL, SESSION, MEMBER, won(12_100), AT),
                        new BillOverdue(BILL, SESSION, MEMBER, won(12_100), AT),
                        new BillPaymentRequested(BILL, AT))
                .map(event -> BillEnvelopes.of(event, ENVELOPES));
    }

    private static Stream<List<Outgoing>> payments() {
        return Stream.of(
                        new PaymentRequested(
                                PAYMENT, BILL, SESSION, MEMBER, new PaymentMethodId("pm-1"), won(10_000), 1, ORDER, AT),
                        new PaymentApproved(PAYMENT, BILL, SESSION, MEMBER, won(10_000), "pk-1", AT),
                        new PaymentDeclined(
                                PAYMENT, BILL, SESSION, MEMBER, won(10_000), 1, "REJECT_CARD_PAYMENT", "why", AT),
                        new PaymentOutcomeUnknown(PAYMENT, BILL, ORDER, "timeout", AT),
                        new PaymentAbandoned(PAYMENT, BILL, ORDER, "unknown for PT72H", AT),
                        new PaymentApprovedLate(PAYMENT, BILL, won(10_000), "pk-1", AT),
                        new PaymentChargedBack(PAYMENT, BILL, MEMBER, "cb-1", won(10_000), "not mine", "kim", AT),
                        new PaymentSettled(
                                PAYMENT,
                                BILL,
                                won(10_000),
                                new HandSettlement(HandSettlement.Way.BANK, "wire-7", "the card is gone", "kim"),
                                "lee",
                                AT),
                        new PaymentCancelled(PAYMENT, BILL, won(10_000), AT))
                .map(event -> PaymentEnvelopes.of(event, ENVELOPES));
    }

    private static Money won(long amount) {
        return Money.of(amount, "KRW");
    }
}
