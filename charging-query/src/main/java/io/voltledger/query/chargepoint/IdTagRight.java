package io.voltledger.query.chargepoint;

import io.voltledger.query.QuerySettings;
import org.springframework.stereotype.Component;

/**
 * Whether whoever reads may see drivers' id tags. There is no sign-in yet, so it is the same for everyone, and a setting
 * says it; a sign-in asks its roles here.
 */
@Component
public class IdTagRight {

    private final QuerySettings settings;

    IdTagRight(QuerySettings settings) {
        this.settings = settings;
    }

    public boolean isGranted() {
        return settings.showIdTags();
    }
}
