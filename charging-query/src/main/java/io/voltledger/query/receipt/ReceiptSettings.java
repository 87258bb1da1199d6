package io.voltledger.query.receipt;

import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How receipts look.
 *
 * @param fonts TrueType files with Hangul and Latin: the first that is there is used
 */
@ConfigurationProperties("voltledger.receipt")
public record ReceiptSettings(List<Path> fonts) {

    public ReceiptSettings {
        fonts = List.copyOf(fonts);
    }
}
