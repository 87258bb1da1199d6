package io.voltledger.node.processor;

import static java.util.Comparator.comparing;

import java.util.List;

/**
 * An event processor with all its instances, of whatever component.
 *
 * @param instances at least one, in the order of their client ids
 */
public record Processor(ProcessorKey key, List<Instance> instances) {

    public Processor {
        instances = instances.stream()
                .sorted(comparing(instance -> instance.client().clientId()))
                .toList();
    }

    public boolean runsIn(String component) {
        return instances.stream()
                .anyMatch(instance -> instance.client().component().equals(component));
    }

    /** As one of its instances says; they are one program. */
    public String mode() {
        return instances.getFirst().info().getMode();
    }

    public boolean isStreaming() {
        return instances.getFirst().info().getIsStreamingProcessor();
    }
}
