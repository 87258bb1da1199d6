package io.voltledger.command.session;

import io.voltledger.api.Energy;
import java.math.BigDecimal;
import java.math.MathContext;

/** Shares out energy by time; the shares always sum to the whole. */
final class Spread {

    private Energy energyLeft;
    private long timeLeft;

    Spread(Energy energy, long time) {
        this.energyLeft = energy;
        this.timeLeft = time;
    }

    Energy share(long time) {
        Energy share = new Energy(energyLeft
                .wattHours()
                .multiply(BigDecimal.valueOf(time))
                .divide(BigDecimal.valueOf(timeLeft), MathContext.DECIMAL128));
        energyLeft = energyLeft.minus(share);
        timeLeft -= time;
        return share;
    }
}
