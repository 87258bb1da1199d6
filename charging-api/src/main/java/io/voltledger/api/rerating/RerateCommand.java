package io.voltledger.api.rerating;

import io.voltledger.api.billing.BillId;
import io.voltledger.api.tariff.FrozenTariff;
import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What may be asked of a run of corrections. */
public sealed interface RerateCommand {

    RerateRunId rerating();

    /**
     * Has bills corrected by a tariff; those that the run has had before are left out. Refused with {@code already-exists} where
     * the run was made with another version.
     */
    record OrderCorrections(
            @TargetAggregateIdentifier RerateRunId rerating, FrozenTariff tariff, List<BillId> bills, Instant at)
            implements RerateCommand {}
}
