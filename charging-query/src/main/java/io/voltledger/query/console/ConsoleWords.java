package io.voltledger.query.console;

import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page of the console says values with. */
@ControllerAdvice(basePackageClasses = ConsoleWords.class)
class ConsoleWords {

    private static final int USUAL_DECIMALS = 2;

    private static final List<Currency> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .filter(currency -> currency.getDefaultFractionDigits() >= 0)
            .sorted(Comparator.comparing(Currency::getCurrencyCode))
            .toList();

    /** Decimals of the currencies that have not the usual two, for the browser, whose own list differs from ISO 4217. */
    private static final String DECIMALS = CURRENCIES.stream()
            .filter(currency -> currency.getDefaultFractionDigits() != USUAL_DECIMALS)
            .map(currency -> currency.getCurrencyCode() + currency.getDefaultFractionDigits())
            .collect(Collectors.joining(" "));

    @ModelAttribute
    void words(Model model) {
        model.addAttribute("show", Show.INSTANCE);
        model.addAttribute("tone", Tone.INSTANCE);
        model.addAttribute("currencies", CURRENCIES);
        model.addAttribute("decimals", DECIMALS);
    }
}
