package io.voltledger.ocpp.security;

import io.voltledger.api.admission.RefusalReason;

/**
 * Why a connection is not taken for its station's.
 *
 * @param unheard whether its password was not looked at, for there were too many wrong ones before
 */
public record Objection(RefusalReason reason, boolean unheard) {

    static final Objection UNHEARD = new Objection(RefusalReason.WRONG_PASSWORD, true);

    static Objection to(RefusalReason reason) {
        return new Objection(reason, false);
    }
}
