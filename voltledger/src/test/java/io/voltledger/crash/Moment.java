package io.voltledger.crash;

/**
 * A place in a process where it can be killed.
 *
 * @param effect the side effect's name
 * @param occurrence how often the process had come to it, from 1
 * @param after whether the effect has been done by then
 */
record Moment(String effect, int occurrence, boolean after) {

    static Moment parse(String text) {
        String[] parts = text.split("#|/");
        return new Moment(parts[0], Integer.parseInt(parts[1]), parts[2].equals("after"));
    }

    @Override
    public String toString() {
        return effect + "#" + occurrence + "/" + (after ? "after" : "before");
    }
}
