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
}
