package io.voltledger.ocpp.shape;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What may stand at one place of a request. It says what is wrong and where; it changes nothing. */
public sealed interface Shape {

    /**
     * What is wrong with the value; empty where nothing is.
     *
     * @param path of the value, {@code csChargingProfiles.stackLevel}; empty for the whole request
     */
    List<String> faults(String path, JsonNode value);

    /** Text of a limited length. */
    record Text(int maxLength) implements Shape {
        @Override
        public List<String> faults(String path, JsonNode value) {
            return check(value.isTextual() && lengthOf(value) <= maxLength, path, "a text of at most " + maxLength);
        }

        private static int lengthOf(JsonNode value) {
            return value.textValue().codePointCount(0, value.textValue().length());
        }
    }

    /** One of the protocol's words. */
    record Word(Set<String> words) implements Shape {

        public Word {
            words = Set.copyOf(words);
        }

        @Override
        public List<String> faults(String path, JsonNode value) {
            boolean known = value.isTextual() && words.contains(value.textValue());
            return check(known, path, "one of " + words.stream().sorted().toList());
        }
    }

    /** A whole number. */
    record Whole() implements Shape {
        @Override
        public List<String> faults(String path, JsonNode value) {
            boolean whole = value.isNumber()
                    && value.decimalValue().stripTrailingZeros().scale() <= 0;
            return check(whole, path, "a whole number");
        }
    }

    /** A number with at most one decimal. */
    record Tenths() implements Shape {
        @Override
        public List<String> faults(String path, JsonNode value) {
            boolean tenths = value.isNumber()
                    && value.decimalValue().stripTrailingZeros().scale() <= 1;
            return check(tenths, path, "a number with at most one decimal");
        }
    }

    /** An instant as RFC 3339 writes it: with a zone. */
    record Moment() implements Shape {

        private static final Pattern RFC_3339 =
                Pattern.compile("\\d{4}-\\d\\d-\\d\\d[Tt]\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?([Zz]|[+-]\\d\\d:\\d\\d)");

        @Override
        public List<String> faults(String path, JsonNode value) {
            return check(value.isTextual() && isTime(value.textValue()), path, "a date and time with its zone");
        }

        private static boolean isTime(String text) {
            if (!RFC_3339.matcher(text).matches()) {
                return false;
            }
            try {
                OffsetDateTime.parse(text);
                return true;
            } catch (DateTimeException e) {
                return false;
            }
        }
    }

    /** A URI with a scheme. */
    record Link() implements Shape {
        @Override
        public List<String> faults(String path, JsonNode value) {
            return check(value.isTextual() && isUri(value.textValue()), path, "a URI");
        }

        private static boolean isUri(String text) {
            try {
                return new URI(text).isAbsolute();
            } catch (URISyntaxException e) {
                return false;
            }
        }
    }

    /** Any number. */
    record Decimal() implements Shape {
        @Override
        public List<String> faults(String path, JsonNode value) {
            return check(value.isNumber(), path, "a number");
        }
    }

    /** True or false. */
    record Flag() implements Shape {
        @Override
        public List<String> faults(String path, JsonNode value) {
            return check(value.isBoolean(), path, "true or false");
        }
    }

    /** Whatever both sides agreed on. */
    record Anything() implements Shape {
        @Override
        public List<String> faults(String path, JsonNode value) {
            return List.of();
        }
    }

    /** An object of these fields and any others. */
    record Open(Fields fields) implements Shape {
        @Override
        public List<String> faults(String path, JsonNode value) {
            return fields.knownFaults(path, value);
        }
    }

    /** A list of so many elements, each alike. */
    record Listing(Shape element, int least, int most) implements Shape {
        @Override
        public List<String> faults(String path, JsonNode value) {
            if (!value.isArray()) {
                return check(false, path, "a list");
            }
            List<String> faults = new ArrayList<>(check(
                    value.size() >= least && value.size() <= most, path, "of " + least + " to " + most + " elements"));
            for (int i = 0; i < value.size(); i++) {
                faults.addAll(element.faults(path + "[" + i + "]", value.get(i)));
            }
            return faults;
        }
    }

    /** An object of known fields; a field that it does not have is a fault. */
    record Fields(List<Field> fields) implements Shape {

        public Fields {
            fields = List.copyOf(fields);
        }

        @Override
        public List<String> faults(String path, JsonNode value) {
            List<String> faults = new ArrayList<>(knownFaults(path, value));
            value.fieldNames().forEachRemaining(name -> {
                if (fields.stream().noneMatch(field -> field.name().equals(name))) {
                    faults.add(inside(path) + name + ": is not a field of this operation");
                }
            });
            return faults;
        }

        private static String inside(String path) {
            return path.isEmpty() ? "" : path + ".";
        }

        List<String> knownFaults(String path, JsonNode value) {
            if (!value.isObject()) {
                return check(false, path, "an object");
            }
            String inside = inside(path);
            List<String> faults = new ArrayList<>();
            for (Field field : fields) {
                JsonNode given = value.get(field.name());
                if (given != null) {
                    faults.addAll(field.shape().faults(inside + field.name(), given));
                } else if (field.required()) {
                    faults.add(inside + field.name() + ": is missing");
                }
            }
            return faults;
        }
    }

    /** One field of an object. */
    record Field(String name, Shape shape, boolean required) {}

    private static List<String> check(boolean good, String path, String wanted) {
        return good ? List.of() : List.of((path.isEmpty() ? "the request" : path) + ": is not " + wanted);
    }

    static Field required(String name, Shape shape) {
        return new Field(name, shape, true);
    }

    static Field optional(String name, Shape shape) {
        return new Field(name, shape, false);
    }

    static Shape text(int maxLength) {
        return new Text(maxLength);
    }

    static Shape words(String... words) {
        return new Word(Set.of(words));
    }

    static Shape whole() {
        return new Whole();
    }

    static Shape tenths() {
        return new Tenths();
    }

    static Shape moment() {
        return new Moment();
    }

    static Shape link() {
        return new Link();
    }

    static Shape list(Shape element) {
        return new Listing(element, 0, Integer.MAX_VALUE);
    }

    /** At least one. */
    static Shape some(Shape element) {
        return new Listing(element, 1, Integer.MAX_VALUE);
    }

    static Shape some(Shape element, int most) {
        return new Listing(element, 1, most);
    }

    static Shape decimal() {
        return new Decimal();
    }

    static Shape flag() {
        return new Flag();
    }

    static Shape anything() {
        return new Anything();
    }

    static Shape open(Field... fields) {
        return new Open(fields(fields));
    }

    static Fields fields(Field... fields) {
        return new Fields(List.of(fields));
    }
}
