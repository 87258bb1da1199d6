package io.voltledger.api.reconciliation;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A day that was compared.
 *
 * @param matched movements that both sides have
 * @param differences how many they do not agree on, those known before included
 */
public record ReconciliationRun(long id, LocalDate day, int matched, int differences, Instant endedAt) {}
