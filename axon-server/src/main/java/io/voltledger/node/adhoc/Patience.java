package io.voltledger.node.adhoc;

/** A text that may be looked at only so often, which bounds a regular expression that goes back and forth in it. */
final class Patience implements CharSequence {

    private static final long LOOKS = 2_000_000;

    private final String text;
    private long looks;

    Patience(String text) {
        this.text = text;
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        if (++looks > LOOKS) {
            throw new QueryFault("match gives up: the expression takes too many steps on a text of " + text.length()
                    + " characters");
        }
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
