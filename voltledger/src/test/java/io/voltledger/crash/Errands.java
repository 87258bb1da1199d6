package io.voltledger.crash;

/** What subjects are about: begun once, pushed on where somebody must ask, and read from the event store at the end. */
interface Errands {

    /** Repeating it changes nothing. */
    void begin(Subject subject);

    /** Does what a person would do now. */
    void ask(Subject subject);

    boolean hasEnded(Subject subject);

    /** What came of it, in one line. */
    String books(Subject subject);
}
