package io.voltledger.command.rerating;

import io.voltledger.api.session.SessionId;
import io.voltledger.api.tariff.FrozenTariff;
import io.voltledger.command.billing.Correction;
import io.voltledger.command.billing.Corrections;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Rates past sessions by another tariff; writes nothing. */
@Component
class Rerater {

    private final Corrections corrections;

    Rerater(Corrections corrections) {
        this.corrections = corrections;
    }

    Rerating of(FrozenTariff tariff, List<SessionId> past, String run) {
        List<Rerated> rerated = new ArrayList<>();
        int skipped = 0;
        for (SessionId session : past) {
            Optional<Correction> one = corrections.of(session, tariff.tariff(), run);
            one.map(Rerated::of).ifPresent(rerated::add);
            skipped += one.isPresent() ? 0 : 1;
        }
        return Rerating.of(tariff.tariff().currency(), rerated, skipped);
    }
}
