package io.voltledger.runtime.mask;

/** What whoever may only look on is shown of the platform's facts and views. */
public final class Covered {

    /** In place of a value that is not shown. */
    public static final String COVER = Mask.COVER;

    private static final Credentials CREDENTIALS = new Credentials();
    private static final IdTags ID_TAGS = IdTags.inFacts();

    private Covered() {}

    /** A JSON document without credentials and id tags. */
    public static String over(String json) {
        return ID_TAGS.over(CREDENTIALS.over(json));
    }

    /** Whether what goes by this name, in whatever case, is an id tag. */
    public static boolean isIdTag(String name) {
        return ID_TAGS.isOne(name);
    }
}
