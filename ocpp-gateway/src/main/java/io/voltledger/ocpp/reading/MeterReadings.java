package io.voltledger.ocpp.reading;

import com.fasterxml.jackson.databind.JsonNode;
import io.voltledger.api.quirk.Quirks;
import io.voltledger.api.session.Anomaly.Code;
import io.voltledger.api.session.MeterReading;
import io.voltledger.api.session.SampledValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads OCPP's meter values into normal units. */
public final class MeterReadings {

    private static final Set<String> MEASURAND_HEADS =
            Set.of("Energy", "Power", "Current", "Voltage", "Temperature", "SoC", "Frequency", "RPM");

    /** No meter counts in a larger unit. */
    private static final BigDecimal LARGEST_POWER = BigDecimal.valueOf(12);

    private MeterReadings() {}

    /** One reading for each element that holds a readable value; an element that holds none is noted. */
    public static List<MeterReading> read(JsonNode meterValues, Instant receivedAt, Findings findings) {
        List<MeterReading> readings = new ArrayList<>();
        for (JsonNode element : elements(meterValues)) {
            List<SampledValue> values = values(element.path("sampledValue"), findings);
            Instant at = Times.read(Payload.textOf(element.path("timestamp")), "timestamp", receivedAt, findings);
            if (!values.isEmpty()) {
                readings.add(new MeterReading(at, values));
            }
        }
        return readings;
    }

    private static List<SampledValue> values(JsonNode sampledValues, Findings findings) {
        if (elements(sampledValues).isEmpty()) {
            findings.add(Code.FIELD_MISSING, "sampledValue");
        }
        List<SampledValue> values = new ArrayList<>();
        for (JsonNode element : elements(sampledValues)) {
            value(element, findings).ifPresent(values::add);
        }
        return values;
    }

    private static Optional<SampledValue> value(JsonNode sample, Findings findings) {
        String text = Payload.textOf(sample.path("value"));
        if (text == null) {
            findings.add(Code.FIELD_MISSING, "sampledValue.value");
            return Optional.empty();
        }
        Optional<BigDecimal> number = Numbers.parse(text);
        if (number.isEmpty()) {
            findings.add(Code.VALUE_UNREADABLE, "sampledValue.value: " + Findings.shown(text));
            return Optional.empty();
        }
        String measurand = word(sample, "measurand", SampledValue.ENERGY_REGISTER);
        if (!MEASURAND_HEADS.contains(measurand.split("\\.", 2)[0])) {
            findings.add(Code.UNKNOWN_WORD, "measurand: " + Findings.shown(measurand));
        }
        JsonNode measure = sample.path("unitOfMeasure");
        String unitWord = word(measure.isObject() ? measure : sample, "unit", Unit.usualFor(measurand));
        BigDecimal multiplied = multiplied(number.get(), measure.path("multiplier"), findings);
        Optional<Unit> unit = Unit.of(unitWord);
        if (unit.isEmpty() && !unitWord.isEmpty()) {
            findings.add(Code.UNKNOWN_WORD, "unit: " + Findings.shown(unitWord));
        }
        BigDecimal normal =
                unit.map(known -> known.normalise(multiplied, unitWord)).orElse(multiplied);
        return Optional.of(new SampledValue(
                measurand,
                meant(normal, measurand, findings.quirks()),
                unit.map(Unit::normal).orElse(unitWord),
                optional(sample, "phase"),
                optional(sample, "location"),
                optional(sample, "context")));
    }

    /** The value times ten to the power of OCPP 2.0.1's multiplier. */
    private static BigDecimal multiplied(BigDecimal value, JsonNode multiplier, Findings findings) {
        String power = Payload.textOf(multiplier);
        if (power == null) {
            return value;
        }
        Optional<BigDecimal> whole = Numbers.parse(power)
                .filter(number -> number.stripTrailingZeros().scale() <= 0)
                .filter(number -> number.abs().compareTo(LARGEST_POWER) <= 0);
        if (whole.isEmpty()) {
            findings.add(Code.VALUE_UNREADABLE, "unitOfMeasure.multiplier: " + Findings.shown(power));
        }
        return whole.map(number -> Unit.plain(value.scaleByPowerOfTen(number.intValueExact())))
                .orElse(value);
    }

    /** What the station means by a value in its normal unit. */
    private static BigDecimal meant(BigDecimal value, String measurand, Quirks quirks) {
        if (measurand.startsWith("Energy.")) {
            return Payload.scaled(value, quirks.sampleFactor());
        }
        boolean drawn = measurand.startsWith("Power.") && !measurand.equals("Power.Factor");
        return drawn && quirks.powerInverted() ? value.negate() : value;
    }

    private static String word(JsonNode sample, String field, String otherwise) {
        String word = optional(sample, field);
        return word == null || word.isBlank() ? otherwise : word.strip();
    }

    private static @Nullable String optional(JsonNode sample, String field) {
        return Payload.textOf(sample.path(field));
    }

    /** The elements of an array; an object that stands where an array of one should is that one. */
    private static List<JsonNode> elements(JsonNode node) {
        if (node.isObject()) {
            return List.of(node);
        }
        List<JsonNode> elements = new ArrayList<>();
        node.forEach(elements::add);
        return elements;
    }
}
