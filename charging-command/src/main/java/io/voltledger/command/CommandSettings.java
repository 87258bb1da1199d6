package io.voltledger.command;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the write side.
 *
 * @param snapshotThreshold events after which an aggregate with a long life is snapshotted
 * @param sessionCacheSize sessions kept in memory
 * @param sessionCacheIdle how long an aggregate that nobody addresses stays in memory
 * @param aggregateCacheSize aggregates other than sessions kept in memory; 0 unless this process alone handles commands
 * @param commandWait how long a REST request waits for its command
 * @param stationCommandWait how long a gateway node may take to queue a command on a station's socket
 * @param refundsWithoutApproval what one person alone may give back, in minor units by currency; in others a second one must
 *     always approve
 * @param walletLimits what a member may have in a wallet by paying in or being sent to, in minor units by currency; in others
 *     without limit
 */
@Validated
@ConfigurationProperties("voltledger.command")
public record CommandSettings(
        @Positive @DefaultValue("50") int snapshotThreshold,
        @Positive @DefaultValue("5000") int sessionCacheSize,
        @NotNull @DefaultValue("30m") Duration sessionCacheIdle,
        @PositiveOrZero @DefaultValue("0") int aggregateCacheSize,
        @NotNull @DefaultValue("10s") Duration commandWait,
        @NotNull @DefaultValue("5s") Duration stationCommandWait,
        @DefaultValue Map<String, Long> refundsWithoutApproval,
        @DefaultValue Map<String, Long> walletLimits) {

    public CommandSettings {
        refundsWithoutApproval = Map.copyOf(refundsWithoutApproval);
        walletLimits = Map.copyOf(walletLimits);
    }
}
