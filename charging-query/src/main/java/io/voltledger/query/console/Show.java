package io.voltledger.query.console;

import io.voltledger.api.Energy;
import io.voltledger.api.Money;
import io.voltledger.api.token.IdToken;
import io.voltledger.runtime.mask.Covered;
import io.voltledger.runtime.operator.Role;
import io.voltledger.runtime.operator.SignedIn;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Duration;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Values as people read them. */
public final class Show {

    static final Show INSTANCE = new Show();

    private static final String NONE = "–";

    private Show() {}

    /** In the currency's own form: ₩12,100, €12.10. */
    public String money(@Nullable Money money) {
        if (money == null) {
            return NONE;
        }
        int decimals = Math.max(0, money.currency().getDefaultFractionDigits());
        NumberFormat format = NumberFormat.getCurrencyInstance(Locale.ENGLISH);
        format.setCurrency(money.currency());
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(BigDecimal.valueOf(money.amount(), decimals));
    }

    /** A price in the major unit with all of its decimals: €0.2575. */
    public String price(BigDecimal price, Currency currency) {
        int decimals = Math.max(0, currency.getDefaultFractionDigits());
        NumberFormat format = NumberFormat.getCurrencyInstance(Locale.ENGLISH);
        format.setCurrency(currency);
        format.setMinimumFractionDigits(price.stripTrailingZeros().scale() <= 0 ? 0 : decimals);
        format.setMaximumFractionDigits(Math.max(decimals, price.scale()));
        return format.format(price);
    }

    /** As far as whoever asks may see it. */
    public String token(@Nullable IdToken token) {
        return token == null ? NONE : SignedIn.seesOnlyCovered() ? Covered.COVER : token.value();
    }

    /** A recorded fact, or a text about one, as far as whoever asks may see it. */
    public String covered(@Nullable String text) {
        return text == null ? "" : SignedIn.seesOnlyCovered() ? Covered.over(text) : text;
    }

    /** The signed-in operator's name; null where nobody need sign in. */
    public @Nullable String operator() {
        return SignedIn.name().orElse(null);
    }

    /** What whoever asks may do: {@code read}, {@code operate} or {@code administer}. */
    public String may() {
        return SignedIn.may(Role.ADMIN) ? "administer" : SignedIn.may(Role.OPERATOR) ? "operate" : "read";
    }

    /** In kWh, to a hundredth. */
    public String energy(@Nullable Energy energy) {
        return energy == null
                ? NONE
                : energy.kilowattHours().setScale(2, RoundingMode.HALF_UP).toPlainString() + " kWh";
    }

    /** In kW, to a tenth. */
    public String power(@Nullable BigDecimal watts) {
        return watts == null
                ? NONE
                : watts.movePointLeft(3).setScale(1, RoundingMode.HALF_UP).toPlainString() + " kW";
    }

    /** In milliseconds, to a tenth. */
    public String latency(@Nullable Duration latency) {
        return latency == null
                ? NONE
                : BigDecimal.valueOf(latency.toNanos(), 6)
                                .setScale(1, RoundingMode.HALF_UP)
                                .toPlainString() + " ms";
    }

    /** An enum's name in plain words: {@code APPROVED_LATE} is "approved late". */
    public String word(@Nullable Enum<?> value) {
        return value == null ? NONE : value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    public String number(@Nullable BigDecimal value) {
        return value == null ? NONE : value.toPlainString();
    }
}
