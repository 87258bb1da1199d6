package io.voltledger.query.receipt;

import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How receipts look.
 *
 * @param fonts TrueType files with Hangul and Latin, the first of which that is there is used; by default where the packages
 *     of Linux (fonts-nanum, fonts-unfonts-core), macOS and Windows put them
 */
@ConfigurationProperties("voltledger.receipt")
public record ReceiptSettings(
        @DefaultValue({
            "/usr/share/fonts/truetype/nanum/NanumGothic.ttf",
            "/usr/share/fonts/naver-nanum-gothic-fonts/NanumGothic.ttf",
            "/usr/share/fonts/truetype/unfonts-core/UnDotum.ttf",
            "/System/Library/Fonts/Supplemental/AppleGothic.ttf",
            "C:/Windows/Fonts/malgun.ttf"
        })
        List<Path> fonts) {

    public ReceiptSettings {
        fonts = List.copyOf(fonts);
    }
}
