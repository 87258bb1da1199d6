package io.voltledger.ocpp.messages;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.convert.DurationUnit;
import org.springframework.util.unit.DataSize;

/**
 * How the message log is kept.
 *
 * @param enabled false keeps none
 * @param folder where it is kept, on this node's own disk
 * @param keep how long frames are kept at least
 * @param maxSize of the folder; the oldest frames go where it would grow larger
 * @param maxQueued frames that wait to be written; what comes on top is not logged, and counted
 * @param maxQueuedText characters of those frames
 * @param maxText of one frame; what is longer is cut
 */
public record MessageLogSettings(
        boolean enabled,
        @NotNull Path folder,

        @NotNull @DurationUnit(java.time.temporal.ChronoUnit.DAYS)
        Duration keep,

        @NotNull DataSize maxSize,
        @Min(1) int maxQueued,
        @NotNull DataSize maxQueuedText,
        @NotNull DataSize maxText) {}
