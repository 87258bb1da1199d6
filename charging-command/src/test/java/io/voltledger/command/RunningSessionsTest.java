package io.voltledger.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.voltledger.api.Energy;
import io.voltledger.api.Receipt;
import io.voltledger.api.billing.BillCommand.OpenBill;
import io.voltledger.api.billing.BillEvent.BillOpened;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.chargepoint.ConnectorId;
import io.voltledger.api.chargepoint.StationId;
import io.voltledger.api.session.MeterReading;
import io.voltledger.api.session.SampledValue;
import io.voltledger.api.session.SessionCommand.RecordMeter;
import io.voltledger.api.session.SessionEvent.EnergyMetered;
import io.voltledger.api.session.SessionEvent.SessionStopped;
import io.voltledger.api.session.SessionId;
import io.voltledger.api.session.StartOutcome;
import io.voltledger.api.token.AuthorizationStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.awaitility.Awaitility;
import org.axonframework.common.caching.Cache;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A charge from plug to bill, as sessions, tariffs and snapshots work together. */
class RunningSessionsTest extends RunningModule {

    @Autowired
    private Cache sessionCache;

    @Test
    void chargesFromPlugToBillByTheTariffThatHeldAtStart() throws Exception {
        publishTariff("chain", "300");
        register("CP-CHAIN", "chain").andExpect(status().isCreated());
        issueToken("04C0FFEE").andExpect(status().isCreated());
        SessionId session = new SessionId("CP-CHAIN:1");

        StartOutcome outcome = commands.sendAndWait(start(session, "CP-CHAIN", "04C0FFEE"));
        assertThat(outcome.authorization().status()).isEqualTo(AuthorizationStatus.ACCEPTED);
        assertThat(commands.<StartOutcome>sendAndWait(start(session, "CP-CHAIN", "04C0FFEE")))
                .isEqualTo(outcome);

        publishTariff("chain", "900");
        for (int minute = 1; minute <= 60; minute++) {
            commands.sendAndWait(meter(session, "CP-CHAIN", minute));
        }
        Awaitility.await().until(() -> beginsWithSnapshot(session));
        sessionCache.removeAll();
        commands.sendAndWait(meter(session, "CP-CHAIN", 61));
        commands.sendAndWait(stop(session, "CP-CHAIN", Energy.wh(7_200)));

        assertThat(events(session.toString(), EnergyMetered.class).getLast())
                .satisfies(event -> assertThat(event.energy()).isEqualTo(Energy.wh(6_100)))
                .satisfies(event -> assertThat(event.cost()).isNotNull());
        SessionStopped stopped =
                events(session.toString(), SessionStopped.class).getLast();
        assertThat(stopped.reviewReasons()).isEmpty();
        assertThat(stopped.energy()).isEqualTo(Energy.wh(6_200));

        BillId bill = BillId.of(session);
        commands.sendAndWait(new OpenBill(
                bill,
                session,
                stopped.authorization().member(),
                stopped.token(),
                stopped.tariff(),
                stopped.periods(),
                stopped.reviewReasons(),
                START.plusSeconds(4_000)));
        assertThat(events(bill.toString(), BillOpened.class))
                .singleElement()
                .satisfies(
                        opened -> assertThat(opened.totals().gross().amount()).isEqualTo(1_860));
        http.perform(post("/api/bills/{id}/payment-requests", bill.value())).andExpect(status().isAccepted());
    }

    private boolean beginsWithSnapshot(SessionId session) {
        return store.readEvents(session.toString()).peek().getSequenceNumber() > 0;
    }

    private static RecordMeter meter(SessionId session, String station, int minute) {
        Instant at = START.plusSeconds(60L * minute);
        SampledValue value = new SampledValue(
                SampledValue.ENERGY_REGISTER, BigDecimal.valueOf(1_000 + 100L * minute), "Wh", null, null, null);
        return new RecordMeter(
                session,
                new StationId(station),
                new ConnectorId(1),
                List.of(new MeterReading(at, List.of(value))),
                List.of(),
                new Receipt("meter-" + minute, at));
    }
}
