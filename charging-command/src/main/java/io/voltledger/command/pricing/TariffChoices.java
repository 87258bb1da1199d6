package io.voltledger.command.pricing;

import io.voltledger.api.pricing.PricingEvent;
import io.voltledger.api.pricing.RuleBook;
import io.voltledger.api.pricing.TariffRule;
import io.voltledger.command.EventStreams;
import io.voltledger.command.chargepoint.ChargePoints;
import io.voltledger.command.tariff.Tariffs;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Chooses tariffs by the rule book, the stations and the tariffs as their streams have them at this moment. */
@Component
public class TariffChoices {

    private final EventStreams streams;
    private final ChargePoints chargePoints;
    private final Tariffs tariffs;

    TariffChoices(EventStreams streams, ChargePoints chargePoints, Tariffs tariffs) {
        this.streams = streams;
        this.chargePoints = chargePoints;
        this.tariffs = tariffs;
    }

    /** Empty where nothing gives the session a tariff that is published. */
    public Optional<ChosenTariff> choose(Situation situation) {
        return Choosing.choose(rules(), situation, chargePoints.tariffOf(situation.station()), tariffs::latest);
    }

    List<TariffRule> rules() {
        return streams.fold(
                        RuleBook.MAIN.toString(),
                        RuleBookFacts.NONE,
                        RuleBookFacts.class,
                        PricingEvent.class,
                        RuleBookDecider::evolve)
                .rules();
    }
}
