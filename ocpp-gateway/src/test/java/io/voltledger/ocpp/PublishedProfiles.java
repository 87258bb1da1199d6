package io.voltledger.ocpp;

import io.voltledger.api.quirk.QuirkProfile;
import io.voltledger.api.quirk.QuirkProfileId;
import io.voltledger.api.quirk.QuirkProfileQuery.ListPublishedQuirkProfiles;
import io.voltledger.api.quirk.QuirkProfileQuery.PublishedQuirkProfile;
import io.voltledger.api.quirk.QuirkProfileQuery.PublishedQuirkProfiles;
import io.voltledger.api.quirk.QuirkProfileVersion;
import io.voltledger.api.quirk.Quirks;
import io.voltledger.ocpp.quirk.QuirkCatalogue;
import io.voltledger.ocpp.quirk.StationQuirks;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.queryhandling.DefaultQueryGateway;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.SimpleQueryBus;

/** The reading side's quirk profiles, as a gateway asks for them. */
public final class PublishedProfiles {

    private final List<PublishedQuirkProfile> published = new CopyOnWriteArrayList<>();
    private final QuirkCatalogue catalogue;
    private final StationQuirks quirks;

    PublishedProfiles() {
        SimpleQueryBus bus = SimpleQueryBus.builder().build();
        bus.subscribe(
                ListPublishedQuirkProfiles.class.getName(),
                PublishedQuirkProfiles.class,
                query -> new PublishedQuirkProfiles(List.copyOf(published)));
        QueryGateway gateway = DefaultQueryGateway.builder().queryBus(bus).build();
        catalogue = new QuirkCatalogue(gateway);
        quirks = new StationQuirks(catalogue, gateway);
        catalogue.refresh();
    }

    /** For stations of this vendor, from their next boot. */
    public void publish(String vendor, Quirks deviations) {
        published.add(new PublishedQuirkProfile(
                new QuirkProfileVersion(new QuirkProfileId(vendor), 1),
                new QuirkProfile(vendor, vendor, null, null, deviations)));
        catalogue.refresh();
    }

    StationQuirks quirks() {
        return quirks;
    }
}
