package io.voltledger.simulators.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReckoningTest {

    private static final LivedCharge CHARGE = new LivedCharge("CP-1", 7, 1_200);

    private static Map<String, Books.Session> session(String state, long energy) {
        return Map.of("CP-1:7", new Books.Session(state, BigDecimal.valueOf(energy)));
    }

    private static Map<String, Books.Bill> bill(String state, String energy) {
        return Map.of("CP-1:7", new Books.Bill(state, new BigDecimal(energy)));
    }

    private static List<String> differences(Map<String, Books.Session> sessions, Map<String, Books.Bill> bills) {
        return Reckoning.of(List.of(CHARGE), sessions, bills).differences();
    }

    @Test
    void agreesWhereEachChargeIsPaidWithTheEnergyOfItsMeter() {
        Reckoning agreed = Reckoning.of(List.of(CHARGE), session("STOPPED", 1_200), bill("PAID", "1200.0"));

        assertThat(agreed.differences()).isEmpty();
        assertThat(agreed.metered())
                .isEqualByComparingTo(agreed.recorded())
                .isEqualByComparingTo(agreed.billed())
                .isEqualByComparingTo("1200");
    }

    @Test
    void findsLostSession() {
        assertThat(differences(Map.of(), Map.of())).containsExactly("CP-1:7 is lost", "CP-1:7 has no bill");
    }

    @Test
    void findsSessionThatNoStationHad() {
        assertThat(Reckoning.of(List.of(), session("STOPPED", 1_200), Map.of()).differences())
                .containsExactly("CP-1:7 is no charge of its station");
    }

    @Test
    void findsSessionThatRunsOnOrHasOtherEnergy() {
        assertThat(differences(session("ACTIVE", 1_200), bill("PAID", "1200"))).hasSize(1);
        assertThat(differences(session("STOPPED", 1_199), bill("PAID", "1200"))).hasSize(1);
    }

    @Test
    void findsBillThatIsUnpaidOrOverOtherEnergy() {
        assertThat(differences(session("STOPPED", 1_200), bill("PARKED", "1200")))
                .hasSize(1);
        assertThat(differences(session("STOPPED", 1_200), bill("PAID", "2400"))).hasSize(1);
    }
}
