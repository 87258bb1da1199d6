package io.voltledger.command.tariff;

import io.voltledger.api.billing.BillLine.Kind;
import io.voltledger.api.tariff.ChargingPeriod;
import io.voltledger.api.tariff.ChargingPeriod.Activity;
import io.voltledger.api.tariff.PriceComponent;
import io.voltledger.api.tariff.Tariff;
import io.voltledger.api.tariff.TariffDimension;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a session used at each price, in Wh and seconds, rounded up by steps once at its end. */
final class Charges {

    private final Map<Price, Use> uses = new LinkedHashMap<>();
    private final Map<Group, LastUse> lastUses = new EnumMap<>(Group.class);
    private final Set<Boolean> flatPaid = new HashSet<>();

    private Charges() {}

    static List<Charge> of(Tariff tariff, List<ChargingPeriod> periods) {
        Charges charges = new Charges();
        boolean expired = periods.stream().allMatch(period -> period.activity() == Activity.RESERVED);
        Prices prices = new Prices(tariff, expired);
        Slices.of(tariff, periods).forEach(slice -> charges.add(slice, prices));
        charges.roundUpSteps();
        return charges.uses.entrySet().stream()
                .map(entry -> new Charge(
                        entry.getKey(),
                        entry.getValue().quantity(),
                        entry.getValue().stretches()))
                .toList();
    }

    private void add(Slice slice, Prices prices) {
        boolean reserved = slice.activity() == Activity.RESERVED;
        if (!flatPaid.contains(reserved)) {
            prices.of(TariffDimension.FLAT, slice).ifPresent(flat -> {
                flatPaid.add(reserved);
                useOf(priceOf(flat, reserved)).add(slice, BigDecimal.ONE);
            });
        }
        TariffDimension time =
                slice.activity() == Activity.PARKING ? TariffDimension.PARKING_TIME : TariffDimension.TIME;
        prices.of(time, slice).ifPresent(price -> use(price, reserved, slice, slice.seconds()));
        prices.of(TariffDimension.ENERGY, slice).ifPresent(price -> use(price, reserved, slice, slice.drawn()));
    }

    private void use(PriceComponent component, boolean reserved, Slice slice, BigDecimal quantity) {
        if (quantity.signum() > 0) {
            Price price = priceOf(component, reserved);
            Group group = Group.of(component.type(), reserved);
            LastUse before = lastUses.get(group);
            BigDecimal total = before == null ? quantity : before.total().add(quantity);
            useOf(price).add(slice, quantity);
            lastUses.put(group, new LastUse(price, component.stepSize(), total));
        }
    }

    private void roundUpSteps() {
        lastUses.values().forEach(last -> {
            BigDecimal rounding = Exact.upTo(last.total(), last.step()).subtract(last.total());
            useOf(last.price()).roundUp(rounding);
        });
    }

    private Use useOf(Price price) {
        return uses.computeIfAbsent(price, first -> new Use());
    }

    private static Price priceOf(PriceComponent component, boolean reserved) {
        Kind kind = reserved ? Kind.RESERVATION : Kind.of(component.type());
        return new Price(kind, component.type(), component.price(), component.vat());
    }

    /**
     * A quantity at a price: Wh, seconds or sessions.
     *
     * @param quantity after steps
     * @param stretches what was used when
     */
    record Charge(Price price, BigDecimal quantity, List<Use.Stretch> stretches) {}

    /** One price of a tariff; the same price in two elements makes one line. */
    record Price(
            Kind kind,
            TariffDimension dimension,
            BigDecimal perUnit,
            @Nullable BigDecimal vat) {}

    /** What was used last, with its step, and how much in all. */
    private record LastUse(Price price, int step, BigDecimal total) {}

    /** What steps round up together. */
    private enum Group {
        ENERGY,
        TIMES,
        RESERVATION;

        static Group of(TariffDimension dimension, boolean reserved) {
            if (reserved) {
                return RESERVATION;
            }
            return dimension == TariffDimension.ENERGY ? ENERGY : TIMES;
        }
    }
}
