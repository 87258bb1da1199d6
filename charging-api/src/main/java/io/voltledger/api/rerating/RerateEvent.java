package io.voltledger.api.rerating;

import io.voltledger.api.billing.BillId;
import io.voltledger.api.tariff.FrozenTariff;
import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;

/** What happened to a run of corrections. */
public sealed interface RerateEvent {

    RerateRunId rerating();

    /**
     * Bills are to be corrected; a long run is several of these.
     *
     * @param tariff by which their sessions are rated, as it was when the run was ordered
     */
    @Revision("1")
    record CorrectionsOrdered(RerateRunId rerating, FrozenTariff tariff, List<BillId> bills, Instant orderedAt)
            implements RerateEvent {}
}
