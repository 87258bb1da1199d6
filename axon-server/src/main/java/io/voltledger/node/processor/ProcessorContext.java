package io.voltledger.node.processor;

/**
 * A context as far as its event processors are concerned.
 *
 * @param name of the context
 */
public record ProcessorContext(String name, Processors processors, Balancer balancer) {}
