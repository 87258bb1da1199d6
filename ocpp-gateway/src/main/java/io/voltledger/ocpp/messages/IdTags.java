package io.voltledger.ocpp.messages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Drivers' id tags: kept, and covered for whoever has no right to see them. */
final class IdTags extends Mask {

    private static final Set<String> TAGS =
            Set.of("idtag", "parentidtag", "idtoken", "parentidtoken", "groupidtoken", "emaid");
    private static final Pattern MENTIONED = Pattern.compile("id_?(?:tag|token)|emaid", Pattern.CASE_INSENSITIVE);

    @Override
    boolean mentions(String text) {
        return MENTIONED.matcher(text).find();
    }

    /** In OCPP 2.0.1 a token is an object that holds a text of the same name. */
    @Override
    boolean covers(ObjectNode object, String field, JsonNode value) {
        return value.isValueNode() && !value.isNull() && TAGS.contains(field.toLowerCase(Locale.ROOT));
    }

    /** Vendors' data may be JSON in a text. */
    @Override
    String inner(String text) {
        return text.indexOf(':') >= 0 && mentions(text) ? COVER : text;
    }
}
