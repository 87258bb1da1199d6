package io.voltledger.saga;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * {@code voltledger.saga}: how the module reaches the world and how patient it is.
 *
 * @param gather how long facts gather before a process handles them together
 */
@Validated
@ConfigurationProperties("voltledger.saga")
public record SagaSettings(
        @Valid @NotNull Provider provider,
        @Valid @NotNull Vault vault,
        @Valid @NotNull Schedules schedules,
        @Valid @NotNull Worker worker,
        @Valid @NotNull Kafka kafka,
        @Valid @NotNull Notification notification,
        @Valid @NotNull Reconciliation reconciliation,
        @Valid @NotNull Dunning dunning,
        @Valid @NotNull Holds holds,
        @NotNull Duration gather) {

    /**
     * The payment provider.
     *
     * @param secretKey what Basic authentication presents
     */
    public record Provider(
            @NotNull URI baseUrl,
            @NotBlank String secretKey,
            @NotNull Duration connectTimeout,
            @NotNull Duration readTimeout,
            @Valid @NotNull Guard guard) {}

    /**
     * When a provider that does not answer is left alone.
     *
     * @param window how many of the last calls are looked at
     * @param failurePercent how many of them without a known outcome open the circuit
     * @param openFor how long nothing is called then
     * @param trialCalls how many calls tell afterwards whether it is back
     * @param concurrentCalls how many calls may be under way at once
     */
    public record Guard(
            @Min(1) int window,
            @Min(1) @Max(100) int failurePercent,
            @NotNull Duration openFor,
            @Min(1) int trialCalls,
            @Min(1) int concurrentCalls) {}

    /** @param key 32 bytes in Base64 that billing keys are encrypted with; whoever loses it loses the cards */
    public record Vault(@NotBlank String key) {}

    /**
     * Delays; the last of a list repeats, except of {@code declined}, after which the bill is overdue.
     *
     * @param technical before a call is repeated that did not reach the provider
     * @param unknown before the provider is asked for an unknown outcome
     * @param abandonAfter how long an outcome may stay unknown
     * @param stallAfter how long an answer may take before operators are told
     * @param configurationFault before a call is tried after the provider refused our key
     */
    public record Schedules(
            @NotEmpty List<Duration> declined,
            @NotEmpty List<Duration> technical,
            @NotEmpty List<Duration> unknown,
            @NotNull Duration abandonAfter,
            @NotNull Duration stallAfter,
            @NotNull Duration configurationFault) {}

    /**
     * The worker that calls the provider.
     *
     * @param lease how long a claimed intent is its claimer's; longer than the provider's read timeout
     * @param heartbeat how often whoever runs a deadline says that it lives; after four silent ones another runs it
     */
    public record Worker(
            @Min(1) int concurrency,
            @NotNull Duration poll,
            @NotNull Duration lease,
            @NotNull Duration heartbeat) {}

    /**
     * The broker and its topics.
     *
     * @param environment what envelopes name as theirs
     * @param gather how long events gather before they are published together
     */
    public record Kafka(
            @NotBlank String bootstrapServers,
            @NotBlank String environment,
            @Min(1) int partitions,
            @Min(1) short replication,
            @NotNull Duration acknowledgementTimeout,
            @NotNull Duration gather) {}

    /**
     * E-mail to drivers.
     *
     * @param retry delays between tries; after the last the notification has failed
     */
    public record Notification(
            @Email @NotBlank String from,
            @NotEmpty List<Duration> retry,
            @NotNull Duration lease) {}

    /**
     * The daily comparison with the payment provider.
     *
     * @param zone whose days are compared
     * @param at when the day before is compared, in that zone
     * @param settledAfter how long a movement may be on its way into the books
     */
    public record Reconciliation(
            @NotNull ZoneId zone,
            @NotNull LocalTime at,
            @NotNull Duration settledAfter) {}

    /**
     * What an overdue bill comes to, counted from when it is overdue.
     *
     * @param restrictAfter when the token that the charge was started with starts no new one
     * @param suspendAfter when no token of the member does
     */
    public record Dunning(
            @NotNull Duration restrictAfter, @NotNull Duration suspendAfter) {

        public Dunning {
            if (suspendAfter.compareTo(restrictAfter) < 0) {
                throw new IllegalArgumentException(
                        "voltledger.saga.dunning.suspend-after must not be before restrict-after");
            }
        }
    }

    /**
     * Funds of wallets that are set aside for bills.
     *
     * @param expireAfter when what nobody captured or released is the member's again; longer than outcomes stay unknown
     */
    public record Holds(@NotNull Duration expireAfter) {}

    public SagaSettings {
        if (worker.lease().compareTo(provider.readTimeout().plus(provider.connectTimeout())) <= 0) {
            throw new IllegalArgumentException(
                    "voltledger.saga.worker.lease must be longer than the provider's timeouts, or two workers may act at once");
        }
    }
}
