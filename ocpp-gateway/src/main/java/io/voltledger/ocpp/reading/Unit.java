package io.voltledger.ocpp.reading;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A unit as stations write it, and the normal one that it becomes. */
record Unit(String normal, int decimalShift) {

    private static final BigDecimal FREEZING_KELVIN = new BigDecimal("273.15");
    private static final BigDecimal FREEZING_FAHRENHEIT = new BigDecimal("32");
    private static final BigDecimal FAHRENHEIT_STEP = new BigDecimal("1.8");
    private static final int KILO = 3;
    private static final int DEGREES_SCALE = 2;

    private static final Map<String, Unit> KNOWN = Map.ofEntries(
            Map.entry("wh", new Unit("Wh", 0)),
            Map.entry("kwh", new Unit("Wh", KILO)),
            Map.entry("varh", new Unit("varh", 0)),
            Map.entry("kvarh", new Unit("varh", KILO)),
            Map.entry("w", new Unit("W", 0)),
            Map.entry("kw", new Unit("W", KILO)),
            Map.entry("va", new Unit("VA", 0)),
            Map.entry("kva", new Unit("VA", KILO)),
            Map.entry("var", new Unit("var", 0)),
            Map.entry("kvar", new Unit("var", KILO)),
            Map.entry("a", new Unit("A", 0)),
            Map.entry("v", new Unit("V", 0)),
            Map.entry("celsius", new Unit("Celsius", 0)),
            Map.entry("celcius", new Unit("Celsius", 0)),
            Map.entry("fahrenheit", new Unit("Celsius", 0)),
            Map.entry("k", new Unit("Celsius", 0)),
            Map.entry("percent", new Unit("Percent", 0)),
            Map.entry("%", new Unit("Percent", 0)),
            Map.entry("hertz", new Unit("Hertz", 0)),
            Map.entry("hz", new Unit("Hertz", 0)),
            Map.entry("rpm", new Unit("RPM", 0)));

    static Optional<Unit> of(String word) {
        return Optional.ofNullable(KNOWN.get(word.strip().toLowerCase(Locale.ROOT)));
    }

    /** The unit that a measurand has where the station names none. */
    static String usualFor(String measurand) {
        String head = measurand.contains(".") ? measurand.substring(0, measurand.indexOf('.')) : measurand;
        return switch (head) {
            case "Power" -> measurand.endsWith("Factor") ? "" : measurand.startsWith("Power.Reactive") ? "var" : "W";
            case "Current" -> "A";
            case "Voltage" -> "V";
            case "Temperature" -> "Celsius";
            case "SoC" -> "Percent";
            case "Frequency" -> "Hertz";
            case "RPM" -> "RPM";
            default -> measurand.startsWith("Energy.Reactive") ? "varh" : "Wh";
        };
    }

    BigDecimal normalise(BigDecimal value, String word) {
        return switch (word.strip().toLowerCase(Locale.ROOT)) {
            case "k" -> value.subtract(FREEZING_KELVIN);
            case "fahrenheit" ->
                value.subtract(FREEZING_FAHRENHEIT).divide(FAHRENHEIT_STEP, DEGREES_SCALE, RoundingMode.HALF_UP);
            default -> plain(value.movePointRight(decimalShift));
        };
    }

    /** Without an exponent. */
    static BigDecimal plain(BigDecimal value) {
        return value.scale() < 0 ? value.setScale(0, RoundingMode.UNNECESSARY) : value;
    }
}
