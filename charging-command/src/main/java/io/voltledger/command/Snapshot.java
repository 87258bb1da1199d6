package io.voltledger.command;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An aggregate's shell as it stands in a snapshot: whoever reads the stream may go on from its facts.
 *
 * @param <S> the facts that its events are folded into
 */
public interface Snapshot<S> {

    S facts();

    /** Writes a shell as its fields, nothing else. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @JacksonAnnotationsInside
    @JsonAutoDetect(
            fieldVisibility = Visibility.ANY,
            getterVisibility = Visibility.NONE,
            isGetterVisibility = Visibility.NONE,
            setterVisibility = Visibility.NONE)
    @interface Fields {}
}
