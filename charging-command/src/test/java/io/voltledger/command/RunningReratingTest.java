package io.voltledger.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.voltledger.api.Energy;
import io.voltledger.api.billing.BillCommand.CorrectBill;
import io.voltledger.api.billing.BillCommand.OpenBill;
import io.voltledger.api.billing.BillEvent.CreditNoteIssued;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.rerating.RerateEvent.CorrectionsOrdered;
import io.voltledger.api.session.SessionEvent.SessionStopped;
import io.voltledger.api.session.SessionId;
import io.voltledger.api.session.SessionQuery.ListSessions;
import io.voltledger.api.session.SessionQuery.SessionPage;
import io.voltledger.api.session.SessionState;
import io.voltledger.api.session.SessionView;
import io.voltledger.api.tariff.TariffEvent.TariffVersionPublished;
import io.voltledger.api.tariff.TariffId;
import io.voltledger.api.tariff.TariffQuery.FindTariff;
import io.voltledger.api.tariff.TariffView;
import java.util.List;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryBus;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Past sessions by a corrected tariff. */
class RunningReratingTest extends RunningModule {

    @Autowired
    private QueryBus queryBus;

    @Test
    void reratesPastSessionsOnceForEachRun() throws Exception {
        publishTariff("rerated", "300");
        register("CP-RERATE", "rerated").andExpect(status().isCreated());
        issueToken("RERATED").andExpect(status().isCreated());
        SessionId session = new SessionId("CP-RERATE:1");
        commands.sendAndWait(start(session, "CP-RERATE", "RERATED"));
        commands.sendAndWait(stop(session, "CP-RERATE", Energy.wh(11_000)));
        SessionStopped stopped =
                events(session.toString(), SessionStopped.class).getLast();
        BillId bill = BillId.of(session);
        commands.sendAndWait(new OpenBill(
                bill,
                session,
                stopped.authorization().member(),
                stopped.token(),
                stopped.tariff(),
                stopped.periods(),
                List.of(),
                START));
        publishTariff("rerated", "200");
        TariffVersionPublished corrected =
                events("tariff/rerated", TariffVersionPublished.class).getLast();
        queryBus.subscribe(
                FindTariff.class.getName(),
                ResponseTypes.optionalInstanceOf(TariffView.class).getExpectedResponseType(),
                query -> new TariffView(
                        corrected.tariff(), corrected.version(), corrected.content(), corrected.publishedAt(), null));
        queryBus.subscribe(
                ListSessions.class.getName(),
                SessionPage.class,
                query -> new SessionPage(List.of(view(stopped)), null));

        String time = "\"from\": \"2026-01-01T00:00:00Z\", \"to\": \"2027-01-01T00:00:00Z\"";
        http.perform(json(post("/api/tariffs/rerated/rerate"), "{" + time + "}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.sessions[0].outcome").value("CREDIT"))
                .andExpect(jsonPath("$.difference.amount").value(-1_000));
        http.perform(json(post("/api/tariffs/rerated/what-if"), "{" + time + "}"))
                .andExpect(jsonPath("$.rerated.amount").value(2_000));
        assertThat(events(bill.toString(), CreditNoteIssued.class)).isEmpty();

        for (int times = 0; times < 2; times++) {
            http.perform(json(post("/api/tariffs/rerated/rerate"), "{" + time + ", \"apply\": true, \"run\": \"R1\"}"))
                    .andExpect(status().isAccepted())
                    .andExpect(jsonPath("$.credits.amount").value(1_000));
        }
        CorrectionsOrdered order =
                events("rerating/rerated~R1", CorrectionsOrdered.class).getFirst();
        assertThat(events("rerating/rerated~R1", CorrectionsOrdered.class)).hasSize(1);
        for (int times = 0; times < 2; times++) {
            order.bills().forEach(one -> commands.sendAndWait(new CorrectBill(one, "R1", order.tariff(), START)));
        }
        assertThat(events(bill.toString(), CreditNoteIssued.class))
                .singleElement()
                .satisfies(note -> assertThat(note.totals().gross().amount()).isEqualTo(1_000));
        http.perform(json(post("/api/tariffs/rerated/rerate"), "{" + time + "}"))
                .andExpect(jsonPath("$.sessions[0].outcome").value("SAME"));
        http.perform(json(post("/api/tariffs/rerated/rerate"), "{" + time + ", \"apply\": true}"))
                .andExpect(status().isBadRequest());
    }

    private static SessionView view(SessionStopped stopped) {
        return new SessionView(
                stopped.session(),
                stopped.station(),
                stopped.connector(),
                stopped.token(),
                stopped.authorization().member(),
                stopped.authorization().status(),
                SessionState.STOPPED,
                null,
                stopped.energy(),
                null,
                null,
                stopped.meterStart(),
                stopped.meterStop(),
                stopped.startedAt(),
                stopped.stoppedAt(),
                stopped.reason(),
                new TariffId("rerated"),
                1,
                false,
                List.of(),
                List.of(),
                null,
                null,
                null,
                START);
    }
}
