package io.voltledger.api.billing;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.voltledger.api.Money;
import io.voltledger.api.tariff.TariffDimension;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of a bill; net, VAT and gross are rounded once, HALF_UP, and gross is net plus VAT.
 *
 * @param kind what it charges for
 * @param quantity in {@code unit}, after steps
 * @param unit {@code kWh}, {@code h} or {@code session}
 * @param unitPrice in the currency's major unit, as the tariff states it; absent for an adjustment
 * @param vatRate percent; absent where no VAT applies
 * @param sources what it charges for, in order; none for what adjusts, credits or supplements other lines, and in what was
 *     written before they were kept
 */
public record BillLine(
        Kind kind,
        BigDecimal quantity,
        String unit,
        @Nullable BigDecimal unitPrice,
        Money net,
        @Nullable BigDecimal vatRate,
        Money vat,
        Money gross,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<LineSource> sources) {

    @SuppressWarnings("NullAway") // JSON may leave them out
    public BillLine {
        sources = sources == null ? List.of() : List.copyOf(sources);
    }

    /** Without sources. */
    public BillLine(
            Kind kind,
            BigDecimal quantity,
            String unit,
            @Nullable BigDecimal unitPrice,
            Money net,
            @Nullable BigDecimal vatRate,
            Money vat,
            Money gross) {
        this(kind, quantity, unit, unitPrice, net, vatRate, vat, gross, List.of());
    }

    /** What a line charges for. */
    public enum Kind {
        ENERGY,
        TIME,
        PARKING_TIME,
        RESERVATION,
        FLAT,
        /** What raises the bill to the tariff's minimum. */
        MINIMUM,
        /** What lowers the bill to the tariff's maximum. */
        MAXIMUM,
        /** What a credit note takes back. */
        CREDIT,
        /** What another tariff adds. */
        SUPPLEMENT;

        public static Kind of(TariffDimension dimension) {
            return switch (dimension) {
                case ENERGY -> ENERGY;
                case TIME -> TIME;
                case PARKING_TIME -> PARKING_TIME;
                case FLAT -> FLAT;
            };
        }
    }
}
