package io.voltledger.simulators.payment;

/**
 * What goes back over HTTP.
 *
 * @param status HTTP status; {@link #NO_ANSWER} leaves the caller waiting
 * @param body JSON
 */
record Answer(int status, String body) {

    static final int NO_ANSWER = 0;
    static final Answer SILENCE = new Answer(NO_ANSWER, "");

    String outcome() {
        return status == NO_ANSWER ? "no answer" : Integer.toString(status);
    }
}
