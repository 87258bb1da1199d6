package io.voltledger.runtime.mask;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Passwords, authorization keys and private keys: covered before anything is written down. */
public final class Credentials extends Mask {

    /** Names of fields, of configuration keys and of variables whose value is a secret. */
    private static final Pattern SECRET_NAME = Pattern.compile(
            "auth\\w*key|passw|secret|private_?key|api_?key|credential|simpin|psk", Pattern.CASE_INSENSITIVE);

    private static final Pattern PRIVATE_KEY = Pattern.compile("PRIVATE KEY-----", Pattern.LITERAL);
    private static final Pattern IN_ADDRESS = Pattern.compile("(\\w+:\\\\?/\\\\?/)[^/@\\s\"]+@");
    private static final Pattern NAMED_WITHIN = Pattern.compile("[:={]");

    /** A name may be written in escapes. */
    private static final String ESCAPED = "\\u00";

    /** Where a name and its value stand side by side. */
    private static final Set<String> VALUES = Set.of("value", "attributeValue", "data", "varValue");

    private static final Set<String> NAMES = Set.of("key", "variable", "name", "messageId");

    @Override
    boolean mentions(String text) {
        return text.indexOf('@') >= 0 || hints(text) || text.contains("\"vpn\"") || text.contains(ESCAPED);
    }

    @Override
    boolean covers(ObjectNode object, String field, JsonNode value) {
        boolean said = !value.isNull() && !value.isMissingNode() && !value.isBoolean();
        return said
                && (isSecret(field)
                        || VALUES.contains(field) && namesSecret(object)
                        || field.equals("variableAttribute") && namesSecret(object)
                        || field.equals("key") && object.has("server") && object.has("user"));
    }

    @Override
    String inner(String text) {
        if (PRIVATE_KEY.matcher(text).find()
                || isSecret(text) && NAMED_WITHIN.matcher(text).find()) {
            return COVER;
        }
        return IN_ADDRESS.matcher(text).replaceAll("$1" + COVER + "@");
    }

    /** Every frame comes through here, and a pattern over all of its text would cost more than writing it. */
    private static boolean hints(String text) {
        for (int i = 0; i < text.length(); i++) {
            boolean hinted = switch (Character.toLowerCase(text.charAt(i))) {
                case 'a' -> starts(text, i, "auth") && !starts(text, i, "authorize\"") || starts(text, i, "api");
                case 'c' -> starts(text, i, "credential");
                case 'p' -> starts(text, i, "passw") || starts(text, i, "private") || starts(text, i, "psk");
                case 's' -> starts(text, i, "secret") || starts(text, i, "simpin");
                default -> false;
            };
            if (hinted) {
                return true;
            }
        }
        return false;
    }

    private static boolean starts(String text, int at, String word) {
        return text.regionMatches(true, at, word, 0, word.length());
    }

    private static boolean isSecret(String name) {
        return SECRET_NAME.matcher(name).find();
    }

    private static boolean namesSecret(ObjectNode object) {
        return NAMES.stream()
                .map(object::path)
                .flatMap(name -> Stream.of(name.asText(), name.path("name").asText()))
                .anyMatch(Credentials::isSecret);
    }
}
