package io.voltledger.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Set;

/** Which runtime module a class belongs to; what all may use belongs to none. */
final class Modules implements SliceAssignment {

    private static final Set<String> SIDES = Set.of("command", "saga", "query", "ocpp", "node");
    private static final int SIDE = 2;

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
        String[] segments = type.getPackageName().split("\\.", SIDE + 2);
        return segments.length > SIDE && SIDES.contains(segments[SIDE])
                ? SliceIdentifier.of(segments[SIDE])
                : SliceIdentifier.ignore();
    }

    @Override
    public String getDescription() {
        return "runtime modules";
    }
}
