package io.voltledger.command.billing;

import io.voltledger.api.billing.BillCommand.OpenBill;
import io.voltledger.api.billing.BillCommand.ReleaseBill;
import io.voltledger.api.billing.BillEvent;
import io.voltledger.api.billing.BillEvent.BillParked;
import io.voltledger.api.billing.BillEvent.BillReleased;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.session.SessionEvent.SessionStopped;
import io.voltledger.api.tariff.FrozenTariff;
import io.voltledger.command.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a parked bill is opened after all: a person looked, and its session's facts are rated as they stand. */
final class Releasing {

    private Releasing() {}

    static Decision<BillEvent> decide(ReleaseBill command, @Nullable BillParked parked, BilledSessions sessions) {
        if (parked == null) {
            return Decision.refused("bill-not-parked", "The bill waits for nobody");
        }
        Optional<SessionStopped> stopped = sessions.stopped(parked.session());
        if (stopped.isEmpty()) {
            return Decision.refused("bill-incomplete", "Its session has not stopped");
        }
        SessionStopped session = stopped.get();
        MemberId member = command.member() == null ? session.authorization().member() : command.member();
        FrozenTariff tariff = command.tariff() == null
                ? session.tariff()
                : sessions.tariff(command.tariff()).orElse(null);
        if (member == null) {
            return Decision.refused("bill-incomplete", "Neither the session nor the request names a member");
        }
        if (tariff == null) {
            return Decision.refused("bill-incomplete", "Neither the session nor the request names a published tariff");
        }
        OpenBill open = new OpenBill(
                command.bill(),
                parked.session(),
                member,
                session.token(),
                tariff,
                session.periods(),
                List.of(),
                command.at());
        List<BillEvent> events = new ArrayList<>(
                List.of(new BillReleased(command.bill(), parked.session(), command.reason(), command.at())));
        events.addAll(Opening.open(open, member, tariff));
        return Decision.of(events);
    }
}
