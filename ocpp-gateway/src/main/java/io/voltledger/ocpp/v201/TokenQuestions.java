package io.voltledger.ocpp.v201;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.voltledger.api.token.Authorization;
import io.voltledger.api.token.IdToken;
import io.voltledger.ocpp.block.Authorizing;
import io.voltledger.ocpp.station.CallRefused;
import io.voltledger.ocpp.station.StationCall;
import io.voltledger.ocpp.station.StationCommands;
import io.voltledger.ocpp.wire.ErrorCode;
import java.util.concurrent.CompletableFuture;

/** Whether a driver may charge: block C. A question, so that one that makes no sense is refused. */
final class TokenQuestions {

    private static final int MAX_ID_TOKEN = 36;

    private final Authorizing authorizing;

    TokenQuestions(StationCommands commands) {
        authorizing = new Authorizing(commands);
    }

    CompletableFuture<ObjectNode> authorize(StationCall call) {
        JsonNode idToken = call.payload().node("idToken");
        demand(!idToken.isMissingNode() && !idToken.isNull(), ErrorCode.FIELD_MISSING, "idToken is missing");
        demand(idToken.isObject(), ErrorCode.WRONG_TYPE, "idToken is not an object");
        JsonNode value = idToken.path("idToken");
        demand(value.isValueNode() && !value.isNull(), ErrorCode.FIELD_MISSING, "idToken.idToken is missing");
        demand(value.isTextual(), ErrorCode.WRONG_TYPE, "idToken.idToken is not a text");
        demand(
                value.textValue().strip().length() <= MAX_ID_TOKEN,
                ErrorCode.WRONG_VALUE,
                "idToken.idToken has more than " + MAX_ID_TOKEN + " characters");
        IdToken token = call.payload().within("idToken").idToken("idToken");
        CompletableFuture<Authorization> authorization = token == null
                ? CompletableFuture.completedFuture(Authorization.UNKNOWN_TOKEN)
                : authorizing.authorize(call, token);
        return authorization.thenApply(answer -> Answers.empty().set("idTokenInfo", Answers.idTokenInfo(answer)));
    }

    private static void demand(boolean met, ErrorCode code, String otherwise) {
        if (!met) {
            throw new CallRefused(code, otherwise);
        }
    }
}
