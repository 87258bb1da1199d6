package io.voltledger.runtime.mask;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Drivers' id tags: kept, and covered for whoever has no right to see them. */
public final class IdTags extends Mask {

    private static final Set<String> IN_FRAMES =
            Set.of("idtag", "parentidtag", "idtoken", "parentidtoken", "groupidtoken", "emaid");
    private static final Pattern IN_A_FRAME = Pattern.compile("id_?(?:tag|token)|emaid", Pattern.CASE_INSENSITIVE);

    /** The platform's own facts and views name them otherwise than OCPP. */
    private static final Set<String> IN_FACTS = Set.of("token", "parent", "group");

    private static final Pattern IN_A_FACT =
            Pattern.compile(IN_A_FRAME.pattern() + "|token|\"parent\"|\"group\"", Pattern.CASE_INSENSITIVE);

    private static final Pattern NAMED = Pattern.compile("\\b(token|id ?tag)([/\\s]+)\\S+", Pattern.CASE_INSENSITIVE);

    private final Set<String> more;
    private final Pattern mentioned;

    private IdTags(Set<String> more, Pattern mentioned) {
        this.more = more;
        this.mentioned = mentioned;
    }

    /** In what stations and gateways say to each other. */
    public static IdTags inFrames() {
        return new IdTags(Set.of(), IN_A_FRAME);
    }

    /** In what the platform says of itself, and in frames that it quotes. */
    public static IdTags inFacts() {
        return new IdTags(IN_FACTS, IN_A_FACT);
    }

    @Override
    boolean mentions(String text) {
        return mentioned.matcher(text).find();
    }

    /** In OCPP 2.0.1 a token is an object that holds a text of the same name. */
    @Override
    boolean covers(ObjectNode object, String field, JsonNode value) {
        return value.isValueNode() && !value.isNull() && isOne(field);
    }

    boolean isOne(String field) {
        String name = field.toLowerCase(Locale.ROOT);
        return IN_FRAMES.contains(name) || more.contains(name);
    }

    /**
     * Vendors' data may be JSON in a text, and so may what a fact quotes; tokens' aggregates are named after them,
     * and sentences name them: {@code token 04A1 is BLOCKED}.
     */
    @Override
    String inner(String text) {
        if (!more.isEmpty() && (text.startsWith("[") || text.startsWith("{"))) {
            return over(text);
        }
        String rest = more.isEmpty() ? text : NAMED.matcher(text).replaceAll("$1$2" + COVER);
        return rest.indexOf(':') >= 0 && mentions(rest) ? COVER : rest;
    }
}
