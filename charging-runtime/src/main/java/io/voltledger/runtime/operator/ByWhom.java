package io.voltledger.runtime.operator;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** Who asks, as the request says it: needed, unless an operator signed in, whose own name counts. */
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = ByWhom.Said.class)
public @interface ByWhom {

    String message() default "{jakarta.validation.constraints.NotBlank.message}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Somebody is named, or signed in. */
    final class Said implements ConstraintValidator<ByWhom, String> {

        @Override
        public boolean isValid(@Nullable String said, ConstraintValidatorContext context) {
            return SignedIn.name().isPresent() || said != null && !said.isBlank();
        }
    }
}
