package io.voltledger.query;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the reading side.
 *
 * @param segments how many shares of the event stream each processor makes at its first start
 * @param batchSize how many events one transaction projects at most
 * @param gather how long events gather before they are projected together
 * @param liveWatchers how many may watch live sessions at once
 * @param liveSessions how many of the running sessions a watcher is shown at first
 * @param liveHeartbeat how often a quiet stream shows that it lives
 * @param liveDuration after which a watcher's stream ends; browsers connect again by themselves
 * @param showIdTags whether drivers' id tags are shown in stations' messages; else they are masked
 * @param phaseVoltage of a phase, to convert ampere and watts of charging profiles
 */
@Validated
@ConfigurationProperties("voltledger.query")
public record QuerySettings(
        @Min(1) @Max(64) int segments,
        @Min(1) @Max(10_000) int batchSize,
        @NotNull Duration gather,
        @Min(1) int liveWatchers,
        @Min(1) @Max(1_000) int liveSessions,
        @NotNull Duration liveHeartbeat,
        @NotNull Duration liveDuration,
        boolean showIdTags,
        @NotNull @DecimalMin("1") BigDecimal phaseVoltage) {}
