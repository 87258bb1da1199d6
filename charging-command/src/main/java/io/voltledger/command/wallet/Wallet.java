package io.voltledger.command.wallet;

import io.voltledger.api.wallet.FundsAnswer;
import io.voltledger.api.wallet.WalletCommand.CaptureHold;
import io.voltledger.api.wallet.WalletCommand.CloseWallet;
import io.voltledger.api.wallet.WalletCommand.CreditWallet;
import io.voltledger.api.wallet.WalletCommand.ExpireHold;
import io.voltledger.api.wallet.WalletCommand.ExpirePoints;
import io.voltledger.api.wallet.WalletCommand.GrantPoints;
import io.voltledger.api.wallet.WalletCommand.HoldFunds;
import io.voltledger.api.wallet.WalletCommand.OfferFunds;
import io.voltledger.api.wallet.WalletCommand.ReleaseHold;
import io.voltledger.api.wallet.WalletCommand.ReopenWallet;
import io.voltledger.api.wallet.WalletCommand.SendFunds;
import io.voltledger.api.wallet.WalletEvent;
import io.voltledger.api.wallet.WalletId;
import io.voltledger.command.CommandSettings;
import io.voltledger.command.Publication;
import io.voltledger.command.Snapshot;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * A member's wallet, opened by whatever comes first: funds arrive, some are held for a bill, and a hold ends captured,
 * released or expired.
 */
@Aggregate(type = "Wallet", cache = "aggregateCache", snapshotTriggerDefinition = "aggregateSnapshots")
@Revision("1")
@Snapshot.Fields
class Wallet {

    @AggregateIdentifier
    private @Nullable WalletId wallet;

    private WalletFacts facts = WalletFacts.NONE;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(CreditWallet command, CommandSettings settings) {
        Publication.publish(WalletDecider.decide(command, facts, settings.walletLimits()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    FundsAnswer handle(OfferFunds command, CommandSettings settings) {
        Publication.publish(WalletDecider.decide(command, facts, settings.walletLimits()));
        return new FundsAnswer(facts.refused().get(command.creditId()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(CloseWallet command) {
        Publication.publish(WalletDecider.decide(command, facts));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ReopenWallet command) {
        Publication.publish(WalletDecider.decide(command, facts));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(SendFunds command) {
        Publication.publish(WalletDecider.decide(command, facts));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(HoldFunds command) {
        Publication.publish(WalletDecider.decide(command, facts));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(CaptureHold command) {
        Publication.publish(WalletDecider.decide(command, facts));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ReleaseHold command) {
        Publication.publish(WalletDecider.decide(command, facts));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(GrantPoints command) {
        Publication.publish(PointsDecider.decide(command, facts));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ExpirePoints command) {
        Publication.publish(PointsDecider.decide(command, facts));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ExpireHold command) {
        Publication.publish(WalletDecider.decide(command, facts));
    }

    @EventSourcingHandler
    void on(WalletEvent event) {
        wallet = event.wallet();
        facts = WalletDecider.evolve(facts, event);
    }
}
