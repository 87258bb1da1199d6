package io.voltledger.runtime.guess;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Who shows passwords: a name from an address. The same name from elsewhere is somebody else, so a stranger's guesses do not
 * keep out whose name it is.
 *
 * @param network the address; of IPv6 its first 64 bits, for whoever has one such address has all of them
 * @param guessedAt tells passwords of the same name apart: guesses at the one before do not count for a new one
 */
public record Guesser(String name, String network, Object guessedAt) {

    private static final int LONGEST = 64;
    private static final int IPV6_OCTETS = 16;
    private static final int NETWORK_OCTETS = 8;

    /** @param network an address as a literal; what is none stands for itself */
    public Guesser {
        name = cut(name);
        network = cut(network(network));
    }

    /** Whose password changes only while nobody counts. */
    public static Guesser of(String name, String address) {
        return new Guesser(name, address, "");
    }

    /** For the log: what a stranger wrote does not end a line. */
    @Override
    public String toString() {
        return (name + " from " + network).replaceAll("[^\\w .:@/-]", "?");
    }

    private static String network(String address) {
        byte[] octets;
        try {
            octets = InetAddress.ofLiteral(address).getAddress();
        } catch (IllegalArgumentException notALiteral) {
            return address;
        }
        return octets.length == IPV6_OCTETS
                ? HexFormat.of().formatHex(Arrays.copyOf(octets, NETWORK_OCTETS)) + "/64"
                : address;
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
