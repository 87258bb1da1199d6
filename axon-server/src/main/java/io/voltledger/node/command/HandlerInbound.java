package io.voltledger.node.command;

import io.axoniq.axonserver.grpc.command.CommandProviderInbound;
import io.voltledger.node.wire.WireBytes;

/** What goes to a command handler. */
sealed interface HandlerInbound permits HandlerInbound.Control, RoutedCommand {

    WireBytes toWire();

    /** A message in its generated form. */
    record Control(CommandProviderInbound message) implements HandlerInbound {
        @Override
        public WireBytes toWire() {
            return WireBytes.of(message.toByteArray());
        }
    }
}
