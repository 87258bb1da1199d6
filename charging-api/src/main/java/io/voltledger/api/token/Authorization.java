package io.voltledger.api.token;

import io.voltledger.api.member.MemberId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the platform answers when a station asks about a token: OCPP's idTagInfo, and whose token it is.
 *
 * @param member who pays; absent for an unknown token
 * @param parent the group that the token belongs to
 * @param expiresAt when the token ends
 */
public record Authorization(
        AuthorizationStatus status,
        @Nullable MemberId member,
        @Nullable IdToken parent,
        @Nullable Instant expiresAt) {

    /** The same token with another status. */
    public Authorization with(AuthorizationStatus other) {
        return new Authorization(other, member, parent, expiresAt);
    }

    /** The answer for a token that was never issued. */
    public static final Authorization UNKNOWN_TOKEN = new Authorization(AuthorizationStatus.INVALID, null, null, null);
}
