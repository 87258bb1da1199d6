package io.voltledger.command.tariff;

import io.voltledger.api.tariff.MeterPoint;
import io.voltledger.api.tariff.Metered;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was used at one price: how much, and when. */
final class Use {

    private final List<Stretch> stretches = new ArrayList<>();
    private BigDecimal quantity = BigDecimal.ZERO;

    /** A time without a gap in which the price held; its quantity is in Wh, seconds or sessions. */
    record Stretch(
            Instant from,
            Instant to,
            BigDecimal quantity,
            @Nullable Metered metered) {

        Stretch then(Stretch next) {
            return new Stretch(from, next.to, quantity.add(next.quantity), joined(metered, next.metered));
        }

        /** From where the first begins to where the second ends. */
        private static @Nullable Metered joined(@Nullable Metered first, @Nullable Metered second) {
            if (first == null || second == null) {
                return first == null ? second : first;
            }
            MeterPoint after = second.after();
            return new Metered(first.before(), after == null ? first.after() : after);
        }
    }

    void add(Slice slice, BigDecimal used) {
        quantity = quantity.add(used);
        Stretch next = new Stretch(slice.start().local().toInstant(), slice.end(), used, slice.metered());
        boolean goesOn = !stretches.isEmpty() && stretches.getLast().to().equals(next.from());
        stretches.add(goesOn ? stretches.removeLast().then(next) : next);
    }

    /** What a step adds is used at no time. */
    void roundUp(BigDecimal more) {
        quantity = quantity.add(more);
    }

    BigDecimal quantity() {
        return Exact.withoutDust(quantity);
    }

    List<Stretch> stretches() {
        return List.copyOf(stretches);
    }
}
