package io.voltledger.simulators.life;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The comparison of what stations metered with the platform's books.
 *
 * @param metered Wh by the stations' meters
 * @param recorded Wh by the platform's sessions
 * @param billed Wh on bills
 * @param differences each for people, none where all agree and all is paid
 */
record Reckoning(BigDecimal metered, BigDecimal recorded, BigDecimal billed, List<String> differences) {

    /** One station's charges against its sessions and its member's bills. */
    static Reckoning of(List<LivedCharge> charges, Map<String, Books.Session> sessions, Map<String, Books.Bill> bills) {
        Reckoning total = new Reckoning(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, List.of());
        Set<String> surplus = new HashSet<>(sessions.keySet());
        for (LivedCharge charge : charges) {
            surplus.remove(charge.session());
            total = total.plus(of(charge, sessions.get(charge.session()), bills.get(charge.session())));
        }
        List<String> unknown = surplus.stream()
                .map(session -> session + " is no charge of its station")
                .toList();
        return total.plus(new Reckoning(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, unknown));
    }

    private static Reckoning of(LivedCharge charge, Books.@Nullable Session session, Books.@Nullable Bill bill) {
        BigDecimal metered = BigDecimal.valueOf(charge.wattHours());
        List<String> differences = new ArrayList<>();
        BigDecimal recorded = session == null ? BigDecimal.ZERO : session.energy();
        BigDecimal billed = bill == null ? BigDecimal.ZERO : bill.energy();
        if (session == null) {
            differences.add(charge.session() + " is lost");
        } else if (!session.state().equals("STOPPED") || recorded.compareTo(metered) != 0) {
            differences.add("%s is %s with %s Wh, metered %s"
                    .formatted(charge.session(), session.state(), recorded.toPlainString(), metered));
        }
        if (bill == null) {
            differences.add(charge.session() + " has no bill");
        } else if (!bill.state().equals("PAID") || billed.compareTo(metered) != 0) {
            differences.add("the bill of %s is %s over %s Wh, metered %s"
                    .formatted(charge.session(), bill.state(), billed.toPlainString(), metered));
        }
        return new Reckoning(metered, recorded, billed, differences);
    }

    Reckoning plus(Reckoning other) {
        List<String> all = new ArrayList<>(differences);
        all.addAll(other.differences);
        return new Reckoning(
                metered.add(other.metered), recorded.add(other.recorded), billed.add(other.billed), List.copyOf(all));
    }
}
