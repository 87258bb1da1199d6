package io.voltledger.ocpp;

import io.voltledger.ocpp.messages.MessageLog;
import io.voltledger.ocpp.quirk.QuirkCatalogue;
import io.voltledger.ocpp.socket.Aftermath;
import io.voltledger.ocpp.socket.OcppServer;
import io.voltledger.ocpp.socket.StationOrders;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.Registration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** The running gateway: it opens its port when everything else runs, and closes it before anything else stops. */
final class OcppGateway implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(OcppGateway.class);
    private static final int LAST_UP_FIRST_DOWN = Integer.MAX_VALUE - 100;

    private final OcppSettings settings;
    private final OcppServer server;
    private final StationOrders orders;
    private final Aftermath aftermath;
    private final QuirkCatalogue catalogue;
    private final MessageLog messages;
    private final CommandBus bus;
    private volatile @Nullable Registration registration;

    OcppGateway(
            OcppSettings settings,
            OcppServer server,
            StationOrders orders,
            Aftermath aftermath,
            QuirkCatalogue catalogue,
            MessageLog messages,
            CommandBus bus) {
        this.settings = settings;
        this.server = server;
        this.orders = orders;
        this.aftermath = aftermath;
        this.catalogue = catalogue;
        this.messages = messages;
        this.bus = bus;
    }

    @Override
    public void start() {
        warnOfOpenDoors();
        catalogue.start();
        messages.start();
        registration = orders.subscribe(bus, settings.node());
        server.start();
        aftermath.start();
    }

    @Override
    public void stop() {
        aftermath.stop();
        catalogue.stop();
        server.stop();
        messages.stop();
        Registration subscribed = registration;
        if (subscribed != null) {
            subscribed.cancel();
        }
        registration = null;
    }

    int port() {
        return server.port();
    }

    @Override
    public boolean isRunning() {
        return registration != null;
    }

    @Override
    public int getPhase() {
        return LAST_UP_FIRST_DOWN;
    }

    private void warnOfOpenDoors() {
        if (settings.securityProfile() == 0 && !isLoopback(settings.host())) {
            LOG.warn(
                    "Stations need not authenticate (voltledger.ocpp.security-profile is 0), and {} is open to other machines",
                    settings.host());
        }
        if (settings.transactionSecret().startsWith("change-me")) {
            LOG.warn(
                    "voltledger.ocpp.transaction-secret is the published default: set your own before stations connect");
        }
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
