package io.voltledger.command.rerating;

import static org.assertj.core.api.Assertions.assertThat;

import io.voltledger.api.Money;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.session.SessionId;
import io.voltledger.command.billing.Correction;
import io.voltledger.command.billing.VatShare;
import java.math.BigDecimal;
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
    void isNotTheSameWhereAnotherVatRateTakesTheSameSum() {
        Rerated exchanged = Rerated.of(correction(500, 500, false, share("10", -500), share("20", 500)));
        assertThat(exchanged.outcome()).isEqualTo(Rerated.Outcome.EXCHANGE);
        assertThat(exchanged.difference()).isEqualTo(won(0));
        Rerating rerating = Rerating.of(Currency.getInstance("KRW"), List.of(exchanged), 0);
        assertThat(rerating.due()).containsExactly(BillId.of(SESSION));
        assertThat(rerating.credits()).isEqualTo(won(500));
        assertThat(rerating.supplements()).isEqualTo(won(500));
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
        return Rerated.of(correction(charged, rerated, false, share("10", rerated - charged)));
    }

    private static Rerated issued(long charged, long rerated) {
        return Rerated.of(correction(charged, rerated, true, share("10", rerated - charged)));
    }

    private static Correction correction(long charged, long rerated, boolean issued, VatShare... shares) {
        return new Correction(BillId.of(SESSION), SESSION, won(charged), won(rerated), List.of(shares), issued);
    }

    private static VatShare share(String rate, long gross) {
        return new VatShare(new BigDecimal(rate), won(gross), won(0));
    }

    private static Money won(long amount) {
        return Money.of(amount, "KRW");
    }
}
