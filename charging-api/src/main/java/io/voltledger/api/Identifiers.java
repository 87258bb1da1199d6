package io.voltledger.api;

/** The rules that identifiers share. */
public final class Identifiers {

    private Identifiers() {}

    /**
     * The value itself, when it is a usable identifier.
     *
     * @throws IllegalArgumentException where it is blank, longer than {@code maxLength} or holds a control character
     */
    public static String require(String name, String value, int maxLength) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(name + " is blank");
        }
        if (value.length() > maxLength) {
            throw new IllegalArgumentException(name + " has more than " + maxLength + " characters");
        }
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(name + " holds a control character");
        }
        return value;
    }
}
