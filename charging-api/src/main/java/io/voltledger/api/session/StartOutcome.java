package io.voltledger.api.session;

import io.voltledger.api.token.Authorization;

/**
 * What StartSession answers.
 *
 * @param session the session that now exists, the same one for a repeated start
 * @param authorization what the station is told of the token
 * @param collision true where another start holds this session id: the gateway salts and tries again
 */
public record StartOutcome(SessionId session, Authorization authorization, boolean collision) {}
