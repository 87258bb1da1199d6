package io.voltledger.command.chargepoint;

import io.voltledger.api.ContextKeys;
import io.voltledger.api.chargepoint.StationCommandMessage.CheckForStation;
import io.voltledger.api.chargepoint.StationCommandMessage.SendToStation;
import io.voltledger.command.CommandSettings;
import io.voltledger.runtime.CommandRejected;
import io.voltledger.runtime.Rejections;
import io.voltledger.runtime.operator.SignedIn;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.messaging.GenericMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Talks to gateway nodes by name. Straight to the bus: a node that is not there must not be tried again and again. */
@Component
class GatewayNodes {

    private static final Logger LOG = LoggerFactory.getLogger(GatewayNodes.class);

    private final CommandBus bus;
    private final CommandSettings settings;

    GatewayNodes(CommandBus bus, CommandSettings settings) {
        this.bus = bus;
        this.settings = settings;
    }

    /**
     * True where the node holds the station and would send it the command.
     *
     * @throws CommandRejected where the command is none that the station's protocol knows
     */
    boolean wouldSend(String node, CheckForStation check) {
        return ask(CheckForStation.nameAt(node), check);
    }

    /**
     * True when the command is queued on the station's socket.
     *
     * @throws CommandRejected where the queue is full
     */
    boolean send(String node, SendToStation command) {
        return ask(SendToStation.nameAt(node), command);
    }

    private boolean ask(String name, Object question) {
        var message = new GenericCommandMessage<>(
                new GenericMessage<>(question, Map.of(ContextKeys.ACTOR, SignedIn.actor())), name);
        FutureCallback<Object, Object> answer = new FutureCallback<>();
        bus.dispatch(message, answer);
        var result = answer.getResult(settings.stationCommandWait().toMillis(), TimeUnit.MILLISECONDS);
        if (!result.isExceptional()) {
            return Boolean.TRUE.equals(result.getPayload());
        }
        Rejections.of(result.exceptionResult()).ifPresent(rejection -> {
            throw new CommandRejected(rejection);
        });
        LOG.info("{} was not answered", name, result.exceptionResult());
        return false;
    }
}
