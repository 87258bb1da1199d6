package io.voltledger.command.pricing;

import io.voltledger.api.pricing.TariffChoice;
import io.voltledger.api.pricing.TariffChoice.Reason;
import io.voltledger.api.pricing.TariffRule;
import io.voltledger.api.tariff.FrozenTariff;
import io.voltledger.api.tariff.TariffId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Which tariff a session gets: by the rule that holds and stands highest, or else by its station. */
final class Choosing {

    private static final Comparator<TariffRule> HIGHEST_FIRST = Comparator.comparingInt(TariffRule::priority)
            .thenComparingInt(Conditions::count)
            .reversed()
            .thenComparing(rule -> rule.id().value());

    private Choosing() {}

    /**
     * @param ofStation the tariff that the station was given
     * @param latest the version that a session gets now; empty for a tariff that is not published or is retired
     */
    static Optional<ChosenTariff> choose(
            List<TariffRule> rules,
            Situation situation,
            Optional<TariffId> ofStation,
            Function<TariffId, Optional<FrozenTariff>> latest) {
        return rules.stream()
                .filter(rule -> Conditions.hold(rule, situation))
                .sorted(HIGHEST_FIRST)
                .flatMap(rule -> latest
                        .apply(rule.tariff())
                        .filter(tariff -> Conditions.holdAt(
                                rule, situation.at().atZone(tariff.tariff().zone())))
                        .map(tariff -> new ChosenTariff(
                                tariff, new TariffChoice(Reason.RULE, rule.id(), Conditions.words(rule))))
                        .stream())
                .findFirst()
                .or(() -> ofStation.flatMap(latest).map(tariff -> new ChosenTariff(tariff, ofStation(situation))));
    }

    private static TariffChoice ofStation(Situation situation) {
        return new TariffChoice(
                Reason.STATION, null, "tariff of station " + situation.station().value());
    }
}
