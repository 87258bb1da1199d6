package io.voltledger.saga.standin;

import io.voltledger.api.billing.BillCommand.CorrectBill;
import io.voltledger.api.billing.BillCommand.NumberBill;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.billing.BillSeries;
import io.voltledger.api.billing.BillSeriesCommand.GiveNumber;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.axonframework.commandhandling.CommandHandler;

/** Bills that take numbers and corrections, of series that forget at once whom they gave a number. */
public final class Documents {

    private final Map<BillSeries, Long> last = new HashMap<>();
    private final Map<BillId, Long> numbers = new HashMap<>();
    private final Set<BillId> corrected = new HashSet<>();
    private final Set<BillId> unknown = new HashSet<>();
    private final Set<BillId> broken = new HashSet<>();

    /** From now on no number is given to this bill. */
    public synchronized void loseSightOf(BillId bill) {
        unknown.add(bill);
    }

    /** From now on this bill takes neither a number nor a correction. */
    public synchronized void breakDown(BillId bill) {
        broken.add(bill);
    }

    public synchronized void mend(BillId bill) {
        unknown.remove(bill);
        broken.remove(bill);
    }

    /** In the order of the bills; 0 where a bill has none. */
    public synchronized List<Long> numbersOf(List<BillId> bills) {
        return bills.stream().map(bill -> numbers.getOrDefault(bill, 0L)).toList();
    }

    /** Among all numbers on documents. */
    public synchronized boolean hasGap() {
        return LongStream.rangeClosed(1, numbers.size()).anyMatch(number -> !numbers.containsValue(number));
    }

    public synchronized boolean isCorrected(BillId bill) {
        return corrected.contains(bill);
    }

    @CommandHandler
    synchronized long handle(GiveNumber command) {
        require(!unknown.contains(command.bill()), command.bill());
        Long written = numbers.get(command.bill());
        return written == null ? last.merge(command.series(), 1L, Long::sum) : written;
    }

    @CommandHandler
    synchronized void handle(NumberBill command) {
        require(!broken.contains(command.bill()), command.bill());
        numbers.put(command.bill(), command.number());
    }

    @CommandHandler
    synchronized void handle(CorrectBill command) {
        require(!broken.contains(command.bill()), command.bill());
        corrected.add(command.bill());
    }

    private static void require(boolean whole, BillId bill) {
        if (!whole) {
            throw new IllegalStateException("this bill is broken: " + bill);
        }
    }
}
