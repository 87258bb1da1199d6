package io.voltledger.saga;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How bills are numbered.
 *
 * @param issuer what the numbers of bills begin with
 * @param creditIssuer what the numbers of credit notes begin with
 * @param zone whose new year begins the numbers again
 */
@Validated
@ConfigurationProperties("voltledger.numbering")
public record NumberingSettings(
        @Pattern(regexp = "[A-Z0-9]{1,16}") @DefaultValue("VL")
        String issuer,

        @Pattern(regexp = "[A-Z0-9]{1,16}") @DefaultValue("VLC")
        String creditIssuer,

        @NotNull @DefaultValue("Asia/Seoul") ZoneId zone) {}
