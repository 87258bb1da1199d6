package io.voltledger.saga.notification;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/** Subject and body of a mail in the driver's language: Korean or English, English for all others. */
record MailText(String subject, String body) {

    private static final String BUNDLE = "io.voltledger.saga.notification.mails";

    static MailText of(String template, Locale locale, Map<String, Object> facts) {
        ResourceBundle texts = ResourceBundle.getBundle(
                BUNDLE, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_DEFAULT));
        Map<String, String> words = words(facts, locale);
        return new MailText(
                fill(texts.getString(template + ".subject"), words), fill(texts.getString(template + ".body"), words));
    }

    private static Map<String, String> words(Map<String, Object> facts, Locale locale) {
        Map<String, String> words = new LinkedHashMap<>();
        facts.forEach((name, value) -> words.put(name, word(name, value, locale)));
        return words;
    }

    private static String word(String name, Object value, Locale locale) {
        if (value instanceof Map<?, ?> money && money.containsKey("currency")) {
            return money(money, locale);
        }
        return name.equals("totalEnergy") ? kilowattHours(value) : String.valueOf(value);
    }

    private static String kilowattHours(Object wattHours) {
        return new BigDecimal(wattHours.toString())
                .movePointLeft(3)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String money(Map<?, ?> money, Locale locale) {
        Currency currency = Currency.getInstance(String.valueOf(money.get("currency")));
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(currency);
        format.setMinimumFractionDigits(currency.getDefaultFractionDigits());
        format.setMaximumFractionDigits(currency.getDefaultFractionDigits());
        return format.format(
                new BigDecimal(String.valueOf(money.get("amount"))).movePointLeft(currency.getDefaultFractionDigits()));
    }

    private static String fill(String text, Map<String, String> words) {
        String filled = text;
        for (Map.Entry<String, String> word : words.entrySet()) {
            filled = filled.replace("{" + word.getKey() + "}", word.getValue());
        }
        return filled;
    }
}
