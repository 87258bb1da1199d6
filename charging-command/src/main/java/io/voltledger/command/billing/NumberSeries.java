package io.voltledger.command.billing;

import io.voltledger.api.billing.BillSeries;
import io.voltledger.api.billing.BillSeriesCommand.GiveNumber;
import io.voltledger.api.billing.BillSeriesEvent;
import io.voltledger.command.Publication;
import io.voltledger.command.Snapshot;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of one issuer's documents of one year. Its stream is their register: number n is its nth event, so that there can be
 * neither gap nor double, whoever asks at once or dies in between.
 */
@Aggregate(type = "NumberSeries", cache = "aggregateCache", snapshotTriggerDefinition = "aggregateSnapshots")
@Revision("1")
@Snapshot.Fields
class NumberSeries implements Snapshot<NumberSeriesFacts> {

    @AggregateIdentifier
    private @Nullable BillSeries series;

    private NumberSeriesFacts facts = NumberSeriesFacts.NONE;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    long handle(GiveNumber command, WrittenNumbers written) {
        Long known = NumberSeriesDecider.numberOf(command, facts);
        Long onDocument = known == null ? written.of(command) : known;
        Publication.publish(NumberSeriesDecider.decide(command, facts, onDocument));
        return onDocument == null ? Objects.requireNonNull(NumberSeriesDecider.numberOf(command, facts)) : onDocument;
    }

    @EventSourcingHandler
    void on(BillSeriesEvent event) {
        series = event.series();
        facts = NumberSeriesDecider.evolve(facts, event);
    }

    @Override
    public NumberSeriesFacts facts() {
        return facts;
    }
}
