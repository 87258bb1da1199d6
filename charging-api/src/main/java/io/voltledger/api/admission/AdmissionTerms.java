package io.voltledger.api.admission;

import org.jspecify.annotations.Nullable;

/**
 * What a connection must show to come in as a station.
 *
 * @param registered false where nobody made the station known
 * @param turnedAway true where an operator refused it
 * @param profile what is demanded of this station; absent leaves it to the gateway's default
 * @param password absent where none was set
 * @param certificateName the common name of its certificate; absent where that is the station's id
 */
public record AdmissionTerms(
        boolean registered,
        boolean turnedAway,
        @Nullable SecurityProfile profile,
        @Nullable PasswordHash password,
        @Nullable String certificateName) {

    /** A known station of which nothing is demanded. */
    public static final AdmissionTerms OPEN = new AdmissionTerms(true, false, null, null, null);
}
