package io.voltledger.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.voltledger.api.pricing.TariffChoice;
import io.voltledger.api.pricing.TariffRuleId;
import io.voltledger.api.session.SessionEvent.SessionStarted;
import io.voltledger.api.session.SessionId;
import org.junit.jupiter.api.Test;

/** Tariffs and the rules that choose one, from a draft to the session that gets it. */
class RunningTariffsTest extends RunningModule {

    @Test
    void draftsPublishesQuotesAndRetiresATariff() throws Exception {
        String faulty = content("-1");
        http.perform(json(put("/api/tariffs/{id}/draft", "life"), faulty))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.faults[0].element").value("elements[0].priceComponents[0].price"));
        http.perform(post("/api/tariffs/{id}/draft/publish", "life"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.code").value("tariff-invalid"))
                .andExpect(jsonPath("$.detail").value("elements[0].priceComponents[0].price: is negative"));
        http.perform(json(put("/api/tariffs/{id}/draft", "life"), content("300")))
                .andExpect(status().isOk());
        http.perform(get("/api/tariffs/{id}/draft", "life"))
                .andExpect(jsonPath("$.faults").isEmpty());
        http.perform(post("/api/tariffs/{id}/draft/publish", "life"))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.version").value(1));
        http.perform(get("/api/tariffs/quote").param("tariff", "life").param("energy", "10000"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.totals.gross.amount").value(3_000));
        http.perform(json(post("/api/tariffs/{id}/retire", "life"), "{\"reason\": \"over\"}"))
                .andExpect(status().isNoContent());
        http.perform(get("/api/tariffs/quote").param("tariff", "life").param("energy", "10000"))
                .andExpect(status().isNotFound());
    }

    @Test
    void namesAnUnknownZone() throws Exception {
        http.perform(json(
                        post("/api/tariffs/{id}/versions", "life"),
                        content("300").replace("Asia/Seoul", "Asia/Soul")))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("invalid-request"))
                .andExpect(jsonPath("$.detail").value(containsString("zone")));
    }

    @Test
    void startsASessionWithTheTariffOfTheRuleThatHolds() throws Exception {
        publishTariff("ruled-station", "300");
        publishTariff("ruled-fleet", "200");
        register("CP-RULED", "ruled-station").andExpect(status().isCreated());
        issueToken("RULED").andExpect(status().isCreated());
        http.perform(json(put("/api/tariff-rules/{id}", "fleet"), """
                        {"tariff": "ruled-fleet", "priority": 1, "station": "CP-RULED", "group": "RULED"}
                        """)).andExpect(status().isOk());
        http.perform(get("/api/tariff-rules"))
                .andExpect(jsonPath("$.items[0].id").value("fleet"));
        http.perform(get("/api/tariffs/quote")
                        .param("station", "CP-RULED")
                        .param("token", "RULED")
                        .param("energy", "10000"))
                .andExpect(jsonPath("$.tariff").value("ruled-fleet"))
                .andExpect(jsonPath("$.choice.rule").value("fleet"));

        SessionId session = new SessionId("CP-RULED:1");
        commands.sendAndWait(start(session, "CP-RULED", "RULED"));
        assertThat(events(session.toString(), SessionStarted.class).getFirst().tariffChoice())
                .isEqualTo(new TariffChoice(
                        TariffChoice.Reason.RULE, new TariffRuleId("fleet"), "station CP-RULED, group RULED"));

        http.perform(delete("/api/tariff-rules/{id}", "fleet")).andExpect(status().isNoContent());
        http.perform(delete("/api/tariff-rules/{id}", "fleet")).andExpect(status().isNotFound());
    }
}
