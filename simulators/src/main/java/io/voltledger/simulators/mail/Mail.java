package io.voltledger.simulators.mail;

import java.time.Instant;

/**
 * A mail that arrived.
 *
 * @param from envelope sender
 * @param to envelope recipient
 * @param subject decoded
 * @param text the plain text, decoded
 * @param source as it came over the wire
 */
public record Mail(String from, String to, String subject, String text, byte[] source, Instant receivedAt) {}
