package io.voltledger.node.processor;

/**
 * What makes two reports ones of the same event processor within a context: its name and the store of its tokens, over whose segments its instances
 * compete.
 */
public record ProcessorKey(String name, String tokenStore) {}
