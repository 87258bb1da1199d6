package io.voltledger.api.admission;

/** OCPP's security profiles: what a connection must show; each demands more than the one before. */
public enum SecurityProfile {
    /** 0: nothing. */
    NONE,
    /** 1: the station's password, by HTTP Basic. */
    BASIC,
    /** 2: the password over TLS. */
    TLS_BASIC,
    /** 3: TLS with a certificate of the station. */
    MUTUAL_TLS;

    /** OCPP's number of it. */
    public int number() {
        return ordinal();
    }

    /** @throws IllegalArgumentException where there is no such profile */
    public static SecurityProfile of(int number) {
        if (number < 0 || number >= values().length) {
            throw new IllegalArgumentException("There is no security profile " + number + ": 0 to 3");
        }
        return values()[number];
    }
}
