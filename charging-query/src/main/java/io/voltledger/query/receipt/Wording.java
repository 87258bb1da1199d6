package io.voltledger.query.receipt;

import io.voltledger.api.Money;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words, numbers and dates of receipts in one language. */
final class Wording {

    private final Locale locale;
    private final ZoneId zone;
    private final ResourceBundle words;

    private Wording(Locale locale, ZoneId zone) {
        this.locale = locale;
        this.zone = zone;
        this.words = ResourceBundle.getBundle("io.voltledger.query.receipt.receipt", locale, Wording.class.getModule());
    }

    /** Korean where it is asked for, else English. */
    static Wording of(Locale asked, ZoneId zone) {
        return new Wording(Locale.KOREAN.getLanguage().equals(asked.getLanguage()) ? Locale.KOREA : Locale.US, zone);
    }

    String language() {
        return locale.getLanguage();
    }

    String word(String key) {
        return words.getString(key);
    }

    /** With the currency's code, for no font has every sign: {@code KRW 12,100}. */
    String money(Money money) {
        return money.currency().getCurrencyCode() + " " + amount(money);
    }

    /** Without its currency: {@code 12,100}. */
    String amount(Money money) {
        int digits = money.currency().getDefaultFractionDigits();
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(BigDecimal.valueOf(money.amount(), digits));
    }

    String number(BigDecimal number) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(6);
        return format.format(number);
    }

    String time(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .withZone(zone)
                .format(at)
                .replace('\u202f', ' ');
    }
}
