package io.voltledger.runtime;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.serialization.json.JacksonSerializer;

/**
 * Axon's Jackson serializer that loads only classes it has reason to: a stored type name is data, and data must not
 * choose any class of the class path.
 */
final class AllowListSerializer extends JacksonSerializer {

    private static final List<String> PREFIXES = List.of(
            "io.voltledger.",
            "org.axonframework.",
            "java.lang.",
            "java.math.",
            "java.time.",
            "java.util.",
            "com.fasterxml.jackson.databind.node.");

    /** The names of messages are few; unknown ones are not kept. */
    private final Map<String, Class<?>> known = new ConcurrentHashMap<>();

    private AllowListSerializer(Builder builder) {
        super(builder);
    }

    static AllowListSerializer with(ObjectMapper mapper) {
        return new AllowListSerializer(
                JacksonSerializer.builder().objectMapper(mapper).lenientDeserialization());
    }

    @Override
    @SuppressWarnings("rawtypes") // as the framework declares it
    public Class classForType(SerializedType type) {
        Class<?> seen = known.get(type.getName());
        if (seen != null) {
            return seen;
        }
        if (!SimpleSerializedType.emptyType().equals(type) && !isAllowed(type.getName())) {
            return UnknownSerializedType.class;
        }
        Class<?> found = super.classForType(type);
        if (found != UnknownSerializedType.class) {
            known.put(type.getName(), found);
        }
        return found;
    }

    private static boolean isAllowed(String name) {
        String element = name.replaceFirst("^\\[+L?", "");
        return element.equals("B") || PREFIXES.stream().anyMatch(element::startsWith);
    }
}
