package io.voltledger.api;

/**
 * Why a user's command was refused; travels as the details of Axon's {@code CommandExecutionException}.
 *
 * @param code stable, kebab-case, for programs: {@code station-offline}, {@code tariff-invalid}
 * @param detail for people
 */
public record Rejection(String code, String detail) {

    /** What the command addressed does not exist. */
    public static final String NOT_FOUND = "not-found";

    /** What the command would create exists already with other content. */
    public static final String ALREADY_EXISTS = "already-exists";

    /** The station has no live connection. */
    public static final String STATION_OFFLINE = "station-offline";

    /** Too many commands wait for the station already. */
    public static final String STATION_BUSY = "station-busy";

    /** The protocol that the station speaks has no such operation. */
    public static final String UNKNOWN_ACTION = "unknown-action";

    /** The request does not satisfy the operation; the detail names each field. */
    public static final String PAYLOAD_INVALID = "payload-invalid";
}
