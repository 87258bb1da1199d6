package io.voltledger.runtime;

import io.voltledger.api.ContextKeys;
import java.util.Map;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;

/** Puts on a message who acts and by which frame; what is sent in turn carries it on. */
public final class Context {

    private Context() {}

    /**
     * @param payload the command
     * @param actor as {@link ContextKeys#ACTOR} says
     */
    public static <C> CommandMessage<C> command(C payload, String actor) {
        return GenericCommandMessage.<C>asCommandMessage(payload).andMetaData(Map.of(ContextKeys.ACTOR, actor));
    }

    /** The same for a station's fact, with the OCPP-J unique id of its frame. */
    public static <C> CommandMessage<C> command(C payload, String actor, String frameId) {
        return command(payload, actor).andMetaData(Map.of(ContextKeys.FRAME_ID, frameId));
    }
}
