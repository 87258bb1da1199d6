package io.voltledger.node.access;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The log of administrative acts: who, from where, what. Its logger is {@code io.voltledger.node.audit}. */
public final class Audit {

    private static final Logger log = LoggerFactory.getLogger("io.voltledger.node.audit");

    private Audit() {}

    /** Takes note of an act; the texts must not hold a token. */
    public static void record(String who, String from, String act) {
        log.info("{} at {}: {}", printable(who), printable(from), printable(act));
    }

    /** Nobody writes a line of his own into the log. */
    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }
}
