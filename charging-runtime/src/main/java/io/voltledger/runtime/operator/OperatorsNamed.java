package io.voltledger.runtime.operator;

import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.ResolvableType;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Whether any operator is configured, even one whose settings are wrong: that one stops the start, and opens nothing. */
public final class OperatorsNamed implements Condition {

    private static final Bindable<List<Map<String, Object>>> ANY = Bindable.of(ResolvableType.forClassWithGenerics(
            List.class, ResolvableType.forClassWithGenerics(Map.class, String.class, Object.class)));

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return in(context.getEnvironment());
    }

    public static boolean in(Environment environment) {
        return Binder.get(environment)
                .bind("voltledger.operators", ANY)
                .map(operators -> !operators.isEmpty())
                .orElse(false);
    }
}
