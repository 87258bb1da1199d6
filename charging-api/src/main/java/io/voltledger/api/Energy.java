package io.voltledger.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Electric energy in Wh, to a thousandth: a meter register or a difference of two. JSON: a number, {@code 115.2}.
 *
 * @param wattHours Wh; normalised to at most three decimals without trailing zeros
 */
public record Energy(@JsonValue BigDecimal wattHours) implements Comparable<Energy> {

    public static final Energy ZERO = new Energy(BigDecimal.ZERO);

    private static final int DECIMALS = 3;

    @JsonCreator
    public Energy {
        BigDecimal stripped = wattHours.setScale(DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
        wattHours = stripped.scale() < 0 ? stripped.setScale(0, RoundingMode.UNNECESSARY) : stripped;
    }

    public static Energy wh(long wattHours) {
        return new Energy(BigDecimal.valueOf(wattHours));
    }

    public static Energy wh(String wattHours) {
        return new Energy(new BigDecimal(wattHours));
    }

    public Energy plus(Energy other) {
        return new Energy(wattHours.add(other.wattHours));
    }

    public Energy minus(Energy other) {
        return new Energy(wattHours.subtract(other.wattHours));
    }

    public BigDecimal kilowattHours() {
        return wattHours.movePointLeft(DECIMALS);
    }

    public int signum() {
        return wattHours.signum();
    }

    @Override
    public int compareTo(Energy other) {
        return wattHours.compareTo(other.wattHours);
    }

    @Override
    public String toString() {
        return wattHours.toPlainString() + " Wh";
    }
}
