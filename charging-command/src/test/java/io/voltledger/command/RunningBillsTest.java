package io.voltledger.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.voltledger.api.Energy;
import io.voltledger.api.billing.BillCommand.OpenBill;
import io.voltledger.api.billing.BillEvent.BillOpened;
import io.voltledger.api.billing.BillEvent.CreditNoteIssued;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.billing.BillSeries;
import io.voltledger.api.billing.BillSeriesCommand.GiveNumber;
import io.voltledger.api.billing.BillSeriesEvent.NumberGiven;
import io.voltledger.api.session.SessionEvent.SessionStopped;
import io.voltledger.api.session.SessionId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Bills that a person looks at and corrects, and their numbers. */
class RunningBillsTest extends RunningModule {

    @Test
    void releasesAParkedBillAndCreditsAPartOfIt() throws Exception {
        publishTariff("parked", "300");
        register("CP-PARK", "parked").andExpect(status().isCreated());
        issueToken("PARKED").andExpect(status().isCreated());
        SessionId session = new SessionId("CP-PARK:1");
        commands.sendAndWait(start(session, "CP-PARK", "PARKED"));
        commands.sendAndWait(stop(session, "CP-PARK", Energy.wh(11_000)));
        SessionStopped stopped =
                events(session.toString(), SessionStopped.class).getLast();
        BillId bill = BillId.of(session);
        commands.sendAndWait(new OpenBill(
                bill, session, stopped.authorization().member(), null, null, List.of(), List.of("look"), START));

        http.perform(json(post("/api/bills/{id}/release", bill.value()), "{\"reason\": \"looked\"}"))
                .andExpect(status().isNoContent());
        assertThat(events(bill.toString(), BillOpened.class))
                .singleElement()
                .satisfies(
                        opened -> assertThat(opened.totals().gross().amount()).isEqualTo(3_000));
        String credit = "{\"amount\": {\"amount\": 1100, \"currency\": \"KRW\"}, \"reason\": \"cable\"}";
        for (int times = 0; times < 2; times++) {
            http.perform(json(put("/api/bills/{id}/credit-notes/{note}", bill.value(), "N1"), credit))
                    .andExpect(status().isNoContent());
        }
        assertThat(events(bill.toString(), CreditNoteIssued.class))
                .singleElement()
                .satisfies(note -> assertThat(note.totals().vat().amount()).isEqualTo(100));
        http.perform(json(
                        put("/api/bills/{id}/credit-notes/{note}", bill.value(), "N2"), credit.replace("1100", "1901")))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.code").value("credit-exceeds-bill"));
    }

    @Test
    void numbersBillsWithoutGapThoughSixteenAskAtOnceAndEachTwice() throws Exception {
        BillSeries series = BillSeries.of("RACE", 2026);
        List<Long> numbers = new CopyOnWriteArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            for (int ask = 0; ask < 320; ask++) {
                GiveNumber command = new GiveNumber(series, new BillId("RACE:" + ask / 2), null, START);
                threads.execute(() -> numbers.add(commands.<Long>sendAndWait(command)));
            }
        }
        List<Long> withoutGap = LongStream.rangeClosed(1, 160).boxed().toList();
        assertThat(numbers).hasSize(320);
        assertThat(Set.copyOf(numbers)).containsExactlyInAnyOrderElementsOf(withoutGap);
        assertThat(events(series.toString(), NumberGiven.class))
                .extracting(NumberGiven::number)
                .containsExactlyElementsOf(withoutGap);
    }
}
