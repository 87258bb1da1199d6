package io.voltledger.command;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Objects;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.AnnotationCommandTargetResolver;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the aggregate that a command is for in the annotated component of its record, looked up once for each type. */
@Component
class RecordTargets implements CommandTargetResolver {

    private static final ClassValue<Target> TARGETS = new ClassValue<>() {
        @Override
        protected Target computeValue(Class<?> command) {
            return new Target(command.isRecord() ? accessor(command) : null);
        }
    };

    private final CommandTargetResolver otherwise =
            AnnotationCommandTargetResolver.builder().build();

    private record Target(@Nullable MethodHandle accessor) {}

    @Override
    public VersionedAggregateIdentifier resolveTarget(CommandMessage<?> command) {
        MethodHandle accessor = TARGETS.get(command.getPayloadType()).accessor();
        if (accessor == null) {
            return otherwise.resolveTarget(command);
        }
        return new VersionedAggregateIdentifier(identifier(accessor, command.getPayload()), null);
    }

    private static Object identifier(MethodHandle accessor, Object payload) {
        try {
            return Objects.requireNonNull(accessor.invoke(payload), "The command names no aggregate");
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("The aggregate of " + payload.getClass() + " cannot be read", e);
        }
    }

    private static @Nullable MethodHandle accessor(Class<?> command) {
        return Arrays.stream(command.getRecordComponents())
                .filter(component -> component.getAccessor().isAnnotationPresent(TargetAggregateIdentifier.class))
                .findFirst()
                .map(RecordTargets::handle)
                .orElse(null);
    }

    private static MethodHandle handle(RecordComponent component) {
        try {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            return MethodHandles.lookup().unreflect(accessor);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(component + " cannot be read", e);
        }
    }
}
