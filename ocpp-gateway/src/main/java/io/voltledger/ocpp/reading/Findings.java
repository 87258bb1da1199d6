package io.voltledger.ocpp.reading;

import io.voltledger.api.quirk.Quirks;
import io.voltledger.api.session.Anomaly;
import io.voltledger.api.session.Anomaly.Code;
import java.util.ArrayList;
import java.util.List;

/** How one frame is read, by what is known of its station, and what looked wrong in it. */
public final class Findings {

    private static final int MAX_FINDINGS = 50;
    private static final int MAX_SHOWN = 80;

    private final Quirks quirks;
    private final List<Anomaly> anomalies = new ArrayList<>();

    Findings(Quirks quirks) {
        this.quirks = quirks;
    }

    Quirks quirks() {
        return quirks;
    }

    /** Notes it; a frame that is wrong in hundreds of places is described by its first ones. */
    public void add(Code code, String detail) {
        Anomaly anomaly = new Anomaly(code, detail);
        if (anomalies.size() < MAX_FINDINGS && !anomalies.contains(anomaly)) {
            anomalies.add(anomaly);
        }
    }

    public List<Anomaly> anomalies() {
        return List.copyOf(anomalies);
    }

    /** A value as it came, short enough to show. */
    static String shown(String value) {
        return value.length() <= MAX_SHOWN ? value : value.substring(0, MAX_SHOWN) + "...";
    }
}
