package io.voltledger.command.token;

import io.voltledger.api.Rejection;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.token.Authorization;
import io.voltledger.api.token.AuthorizationStatus;
import io.voltledger.api.token.TokenCommand.BlockToken;
import io.voltledger.api.token.TokenCommand.IssueToken;
import io.voltledger.api.token.TokenCommand.LiftRestriction;
import io.voltledger.api.token.TokenCommand.RestrictToken;
import io.voltledger.api.token.TokenCommand.UnblockToken;
import io.voltledger.api.token.TokenEvent;
import io.voltledger.api.token.TokenEvent.TokenBlocked;
import io.voltledger.api.token.TokenEvent.TokenIssued;
import io.voltledger.api.token.TokenEvent.TokenRestricted;
import io.voltledger.api.token.TokenEvent.TokenRestrictionLifted;
import io.voltledger.api.token.TokenEvent.TokenUnblocked;
import io.voltledger.command.Decision;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/** The rules of a token: who may charge with it, and what takes that away and gives it back. */
final class TokenDecider {

    private TokenDecider() {}

    static Decision<TokenEvent> decide(IssueToken command, TokenFacts facts) {
        TokenIssued issued = facts.issued();
        if (issued == null) {
            return Decision.of(new TokenIssued(
                    command.token(), command.member(), command.parent(), command.expiresAt(), command.at()));
        }
        boolean same = issued.member().equals(command.member())
                && Objects.equals(issued.parent(), command.parent())
                && Objects.equals(issued.expiresAt(), command.expiresAt());
        return same
                ? Decision.nothing()
                : Decision.refused(
                        Rejection.ALREADY_EXISTS, "Token " + command.token().value() + " is issued with other content");
    }

    static Decision<TokenEvent> decide(BlockToken command, TokenFacts facts) {
        return change(facts, facts.blocked(), new TokenBlocked(command.token(), command.reason(), command.at()));
    }

    static Decision<TokenEvent> decide(UnblockToken command, TokenFacts facts) {
        return change(facts, !facts.blocked(), new TokenUnblocked(command.token(), command.at()));
    }

    static Decision<TokenEvent> decide(RestrictToken command, TokenFacts facts) {
        return change(
                facts,
                facts.restrictedBy().contains(command.bill()),
                new TokenRestricted(command.token(), command.bill(), command.at()));
    }

    static Decision<TokenEvent> decide(LiftRestriction command, TokenFacts facts) {
        return change(
                facts,
                !facts.restrictedBy().contains(command.bill()),
                new TokenRestrictionLifted(command.token(), command.bill(), command.at()));
    }

    private static Decision<TokenEvent> change(TokenFacts facts, boolean doneBefore, TokenEvent event) {
        if (facts.issued() == null) {
            return Decision.notFound("token " + event.token().value());
        }
        return doneBefore ? Decision.nothing() : Decision.of(event);
    }

    /** What a station is told of the token at an instant. */
    static Authorization authorize(TokenFacts facts, Instant at) {
        TokenIssued issued = facts.issued();
        if (issued == null) {
            return Authorization.UNKNOWN_TOKEN;
        }
        return new Authorization(status(facts, issued, at), issued.member(), issued.parent(), issued.expiresAt());
    }

    private static AuthorizationStatus status(TokenFacts facts, TokenIssued issued, Instant at) {
        if (facts.isBarred()) {
            return AuthorizationStatus.BLOCKED;
        }
        Instant end = issued.expiresAt();
        return end != null && !at.isBefore(end) ? AuthorizationStatus.EXPIRED : AuthorizationStatus.ACCEPTED;
    }

    static TokenFacts evolve(TokenFacts facts, TokenEvent event) {
        return switch (event) {
            case TokenIssued issued -> new TokenFacts(issued, facts.blocked(), facts.restrictedBy());
            case TokenBlocked blocked -> new TokenFacts(facts.issued(), true, facts.restrictedBy());
            case TokenUnblocked unblocked -> new TokenFacts(facts.issued(), false, facts.restrictedBy());
            case TokenRestricted restricted ->
                new TokenFacts(facts.issued(), facts.blocked(), with(facts.restrictedBy(), restricted.bill()));
            case TokenRestrictionLifted lifted ->
                new TokenFacts(facts.issued(), facts.blocked(), without(facts.restrictedBy(), lifted.bill()));
        };
    }

    private static Set<BillId> with(Set<BillId> bills, BillId bill) {
        Set<BillId> more = new HashSet<>(bills);
        more.add(bill);
        return more;
    }

    private static Set<BillId> without(Set<BillId> bills, BillId bill) {
        Set<BillId> fewer = new HashSet<>(bills);
        fewer.remove(bill);
        return fewer;
    }
}
