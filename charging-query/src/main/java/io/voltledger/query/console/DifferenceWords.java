package io.voltledger.query.console;

import io.voltledger.api.reconciliation.DifferenceKind;

/** What a difference means, and where to look. */
final class DifferenceWords {

    private DifferenceWords() {}

    static String of(DifferenceKind kind) {
        return switch (kind) {
            case UNKNOWN_ORDER ->
                "The provider lists an order that is none of ours: look there for who made it, with our key.";
            case TAKEN_NOT_BOOKED ->
                "The provider took money that is not in the books: a payment or top-up whose outcome did not come through.";
            case RETURNED_NOT_BOOKED ->
                "The provider gave money back that is not in the books: somebody cancelled it there, or it is a chargeback to be recorded.";
            case BOOKED_NOT_TAKEN -> "The books have a payment that the provider does not list.";
            case BOOKED_NOT_RETURNED ->
                "The books have a return that the provider does not list: what was settled by hand there did not happen there, or on another day.";
            case AMOUNT_DIFFERS -> "Both have it, with different amounts.";
            case NOT_ON_A_BILL ->
                "The books have a payment that found no bill and did not go back: it is to be given back, by the platform or by hand.";
            case NOT_IN_A_WALLET ->
                "A top-up was taken and neither came to a wallet nor went back, or is in a wallet and was never taken.";
        };
    }
}
