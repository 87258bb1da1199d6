package io.voltledger.command.rerating;

import static org.assertj.core.api.Assertions.assertThat;

import io.voltledger.api.Money;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.session.SessionId;
import io.voltledger.command.billing.Correction;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReratingTest {

    private static final SessionId SESSION = new SessionId("CP-1:1");

    @Test
    void saysWhatADifferenceLeadsTo() {
        assertThat(rerated(500, 500).outcome()).isEqualTo(Rerated.Outcome.SAME);
        assertThat(rerated(500, 400)).satisfies(one -> {
            assertThat(one.outcome()).isEqualTo(Rerated.Outcome.CREDIT);
            assertThat(one.difference()).isEqualTo(won(-100));
        });
        assertThat(rerated(500, 700).outcome()).isEqualTo(Rerated.Outcome.SUPPLEMENT);
    }

    @Test
    void addsUpCreditsAndSupplementsApart() {
        Rerating rerating = Rerating.of(
                Currency.getInstance("KRW"), List.of(rerated(500, 400), rerated(500, 700), rerated(10, 10)), 2);
        assertThat(rerating.charged()).isEqualTo(won(1_010));
        assertThat(rerating.rerated()).isEqualTo(won(1_110));
        assertThat(rerating.difference()).isEqualTo(won(100));
        assertThat(rerating.credits()).isEqualTo(won(100));
        assertThat(rerating.supplements()).isEqualTo(won(200));
        assertThat(rerating.skipped()).isEqualTo(2);
    }

    @Test
    void isEmptyWhereThereWasNoSession() {
        assertThat(Rerating.of(Currency.getInstance("KRW"), List.of(), 0).difference())
                .isEqualTo(won(0));
    }

    @Test
    void hasBillsCorrectedThatDifferAndWereNot() {
        Rerating rerating = Rerating.of(
                Currency.getInstance("KRW"), List.of(rerated(500, 400), issued(500, 400), rerated(10, 10)), 0);
        assertThat(rerating.due()).containsExactly(BillId.of(SESSION));
    }

    private static Rerated rerated(long charged, long rerated) {
        return Rerated.of(new Correction(BillId.of(SESSION), SESSION, won(charged), won(rerated), List.of(), false));
    }

    private static Rerated issued(long charged, long rerated) {
        return Rerated.of(new Correction(BillId.of(SESSION), SESSION, won(charged), won(rerated), List.of(), true));
    }

    private static Money won(long amount) {
        return Money.of(amount, "KRW");
    }
}
