package io.voltledger.ocpp.socket;

import io.netty.channel.Channel;
import io.voltledger.api.chargepoint.StationId;
import io.voltledger.ocpp.messages.MessageSink;
import io.voltledger.ocpp.quirk.StationQuirks;
import io.voltledger.ocpp.security.RateLimit;
import io.voltledger.ocpp.station.Protocol;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Where stations come in and go out: what every socket needs. */
record Gate(
        SocketSettings settings,
        List<Protocol> protocols,
        Admission admission,
        Connections connections,
        OrderReports reports,
        StationQuirks quirks,
        MessageSink messages,
        Clock clock,
        RateLimit handshakes,
        Set<CompletableFuture<?>> departures) {

    Gate(
            SocketSettings settings,
            List<Protocol> protocols,
            Admission admission,
            Connections connections,
            OrderReports reports,
            StationQuirks quirks,
            MessageSink messages,
            Clock clock) {
        this(
                settings,
                protocols,
                admission,
                connections,
                reports,
                quirks,
                messages,
                clock,
                new RateLimit(settings.limits().handshakesPerMinute(), clock),
                ConcurrentHashMap.newKeySet());
    }

    StationLink link(StationId station, String connection, Protocol protocol, Channel channel) {
        return new StationLink(
                station,
                connection,
                protocol,
                channel,
                connections.sessionsOf(station),
                settings,
                reports,
                quirks,
                new Traffic(station, messages, clock),
                clock);
    }

    /** A socket closed; a newer one of the same station stays registered. */
    void gone(StationLink link) {
        connections.unregister(link);
        CompletableFuture<?> departure = admission.leave(link.station(), link.connection(), link.closed());
        departures.add(departure);
        departure.whenComplete((recorded, failure) -> departures.remove(departure));
    }
}
