package io.voltledger.query.receipt;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who issues bills, as receipts name it.
 *
 * @param name of the company
 * @param registrationNumber of its business
 * @param address in one line
 * @param zone whose dates receipts show
 */
@ConfigurationProperties("voltledger.issuer")
public record IssuerSettings(
        @DefaultValue("VoltLedger") String name,
        @DefaultValue("000-00-00000") String registrationNumber,
        @DefaultValue("") String address,
        @DefaultValue("Asia/Seoul") java.time.ZoneId zone) {}
