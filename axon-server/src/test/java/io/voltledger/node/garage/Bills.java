package io.voltledger.node.garage;

import io.voltledger.node.garage.Messages.Idled;
import io.voltledger.node.garage.Messages.Stopped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;

/** Writes down how sessions end, from a persistent stream. */
@ProcessingGroup(Bills.GROUP)
class Bills {

    static final String GROUP = "bills";

    final List<Stopped> stopped = new CopyOnWriteArrayList<>();
    final List<String> idled = new CopyOnWriteArrayList<>();

    @EventHandler
    void on(Stopped event) {
        stopped.add(event);
    }

    @EventHandler
    void on(Idled event) {
        idled.add(event.session());
    }
}
