package io.voltledger.command.billing;

import io.voltledger.api.billing.BillCommand.OpenBill;
import io.voltledger.api.billing.BillCommand.OpenSupplement;
import io.voltledger.api.billing.BillEvent;
import io.voltledger.api.billing.BillEvent.BillOpened;
import io.voltledger.api.billing.BillEvent.BillParked;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.tariff.FrozenTariff;
import io.voltledger.command.Decision;
import io.voltledger.command.tariff.Rating;
import java.util.ArrayList;
import java.util.List;

/** How a bill begins: rated where all is clear, parked where anything is in doubt, never rated as zero for a doubt. */
final class Opening {

    private Opening() {}

    static Decision<BillEvent> decide(OpenBill command) {
        MemberId member = command.member();
        FrozenTariff tariff = command.tariff();
        List<String> reasons = new ArrayList<>(command.reviewReasons());
        if (member == null) {
            reasons.add("no-member");
        }
        if (tariff == null) {
            reasons.add("no-tariff");
        }
        return reasons.isEmpty() && member != null && tariff != null
                ? Decision.of(open(command, member, tariff))
                : Decision.of(new BillParked(command.bill(), command.session(), member, reasons, command.at()));
    }

    static BillEvent open(OpenSupplement command) {
        return new BillOpened(
                command.bill(),
                command.session(),
                command.member(),
                command.token(),
                command.tariff(),
                command.tariffVersion(),
                command.lines(),
                command.totals(),
                command.at());
    }

    static List<BillEvent> open(OpenBill command, MemberId member, FrozenTariff tariff) {
        Rating rating = Rating.of(tariff.tariff(), command.periods());
        BillOpened opened = new BillOpened(
                command.bill(),
                command.session(),
                member,
                command.token(),
                tariff.id(),
                tariff.version(),
                rating.lines(),
                rating.totals(),
                command.at());
        return rating.totals().gross().isPositive()
                ? List.of(opened)
                : List.of(opened, BillDecider.paid(opened, command.at()));
    }
}
