package io.voltledger.query.chargepoint;

import io.voltledger.query.QuerySettings;
import io.voltledger.runtime.operator.SignedIn;
import org.springframework.stereotype.Component;

/**
 * Whether whoever reads stations' messages may see drivers' id tags: by the role of who signed in, and by a setting where
 * nobody need.
 */
@Component
public class IdTagRight {

    private final QuerySettings settings;

    IdTagRight(QuerySettings settings) {
        this.settings = settings;
    }

    public boolean isGranted() {
        return SignedIn.name().isPresent() ? !SignedIn.seesOnlyCovered() : settings.showIdTags();
    }
}
