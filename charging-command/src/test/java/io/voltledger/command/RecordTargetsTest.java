package io.voltledger.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.junit.jupiter.api.Test;

class RecordTargetsTest {

    private record Named(
            String other, @TargetAggregateIdentifier String id) {}

    private static final class Classic {
        @TargetAggregateIdentifier
        private final String id = "C-1";
    }

    private final RecordTargets targets = new RecordTargets();

    @Test
    void findsTheAnnotatedComponentOfARecord() {
        assertThat(targetOf(new Named("x", "N-1"))).isEqualTo("N-1");
    }

    @Test
    void leavesOtherCommandsToTheFramework() {
        assertThat(targetOf(new Classic())).isEqualTo("C-1");
    }

    private String targetOf(Object command) {
        return targets.resolveTarget(GenericCommandMessage.asCommandMessage(command))
                .getIdentifier();
    }
}
