package io.voltledger.crash;

import io.voltledger.api.wallet.LedgerEntry;
import io.voltledger.api.wallet.Posting;
import io.voltledger.api.wallet.WalletEvent;
import java.util.stream.Stream;

/** The postings of a wallet's events. */
final class Ledger {

    private Ledger() {}

    static Stream<Posting> postings(WalletEvent event) {
        LedgerEntry entry = switch (event) {
            case WalletEvent.FundsCredited credited -> credited.entry();
            case WalletEvent.FundsSent sent -> sent.entry();
            case WalletEvent.FundsHeld held -> held.entry();
            case WalletEvent.HoldCaptured captured -> captured.entry();
            case WalletEvent.HoldReleased released -> released.entry();
            case WalletEvent.PointsGranted granted -> granted.entry();
            case WalletEvent.PointsUsed used -> used.entry();
            case WalletEvent.PointsReturned returned -> returned.entry();
            case WalletEvent.PointsExpired expired -> expired.entry();
            case WalletEvent.HoldExpired expired -> expired.entry();
            case WalletEvent.HoldRefused refused -> null;
            case WalletEvent.CreditRefused refused -> null;
            case WalletEvent.WalletClosed closed -> null;
            case WalletEvent.WalletReopened reopened -> null;
        };
        return entry == null ? Stream.<Posting>of() : entry.postings().stream();
    }
}
