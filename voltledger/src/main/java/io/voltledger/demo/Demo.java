package io.voltledger.demo;

import io.voltledger.simulators.payment.ScriptedOutcome;
import io.voltledger.simulators.station.ChargingPace;
import io.voltledger.simulators.station.StationFleet;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Gives the platform something to do: a few members with cards, points and habits, and stations where they charge all
 * day. Most pay; one card is declined now and then, one answer of the provider is lost, one token nobody knows.
 */
public final class Demo implements AutoCloseable {

    private static final int STATIONS = 6;

    /** A charge takes half a minute and is worth a bill; slower than what the platform takes for a broken meter. */
    private static final ChargingPace PACE = new ChargingPace(7_000, 12, Duration.ofSeconds(2), 100);

    private static final String PAYS = "M-1001";
    private static final String PAYS_WITH_POINTS = "M-1002";
    private static final String DECLINED_FIRST = "M-1003";
    private static final String ANSWER_LOST = "M-1004";
    private static final String CARD_STOPPED = "M-1005";
    private static final List<String> MEMBERS =
            List.of(PAYS, PAYS_WITH_POINTS, DECLINED_FIRST, ANSWER_LOST, CARD_STOPPED);

    private final StationFleet fleet;

    private Demo(StationFleet fleet) {
        this.fleet = fleet;
    }

    /** Settings that let the demo's failures play out in minutes instead of days. */
    public static Map<String, Object> settings() {
        return Map.of(
                "voltledger.saga.schedules.declined", "20s,40s",
                "voltledger.saga.schedules.technical", "2s",
                "voltledger.saga.schedules.unknown", "5s");
    }

    /**
     * @param api the platform's HTTP address
     * @param signIn an administrator's {@code name:password}; empty where nobody need sign in
     * @param ocpp the platform's OCPP address
     * @param provider the simulated payment provider's address
     */
    public static Demo start(URI api, String signIn, URI ocpp, URI provider) {
        Operator operator = new Operator(new RestClient(api, signIn));
        tariffs(operator);
        stations(operator);
        members(operator);
        habits(new RestClient(provider));
        return new Demo(StationFleet.start(ocpp, stationIds(), tokens(), PACE));
    }

    private static List<String> stationIds() {
        return IntStream.rangeClosed(1, STATIONS)
                .mapToObj(number -> "SEOUL-%02d".formatted(number))
                .toList();
    }

    /** Each member's token, and one that was never issued. */
    private static List<String> tokens() {
        return Stream.concat(MEMBERS.stream().map(Demo::token), Stream.of("04FFFFFF"))
                .toList();
    }

    private static String token(String member) {
        return "04" + member.replace("M-", "AB");
    }

    /** Korean practice: won per kWh by time of day, VAT included, parking paid for once the vehicle is full. */
    private static void tariffs(Operator operator) {
        Map<String, Object> night = Map.of("startTime", "23:00:00", "endTime", "09:00:00");
        Map<String, Object> parking = Operator.component("PARKING_TIME", new BigDecimal(3_000), 60);
        operator.publish(
                "kr-public",
                "Public stations, Seoul",
                List.of(
                        Operator.element(
                                List.of(Operator.component("ENERGY", new BigDecimal("254.6"), 1), parking), night),
                        Operator.element(
                                List.of(Operator.component("ENERGY", new BigDecimal("347.2"), 1), parking), Map.of())));
    }

    private static void stations(Operator operator) {
        List<String> places = List.of(
                "City Hall, B2", "Gangnam, P1", "Yongsan, roof", "Mapo, north gate", "Jamsil, P3", "Songpa, B1");
        for (int i = 0; i < STATIONS; i++) {
            operator.registerStation(stationIds().get(i), places.get(i), "kr-public");
        }
    }

    private static void members(Operator operator) {
        for (String member : MEMBERS) {
            operator.issueToken(token(member), member);
            operator.contact(
                    member, member.toLowerCase(Locale.ROOT) + "@example.com", member.equals(PAYS) ? "en" : "ko");
            operator.registerCard(member);
        }
        operator.givePoints(PAYS_WITH_POINTS, "welcome", 20_000);
    }

    private static void habits(RestClient provider) {
        String declined = ScriptedOutcome.decline("REJECT_CARD_PAYMENT").toString();
        String stopped = ScriptedOutcome.decline("INVALID_STOPPED_CARD").toString();
        script(provider, DECLINED_FIRST, List.of(declined, "approve", "approve", declined, "approve"));
        script(provider, ANSWER_LOST, List.of("approve", "error-after-capture", "approve"));
        script(provider, CARD_STOPPED, List.of("approve", stopped, stopped, stopped, stopped));
    }

    private static void script(RestClient provider, String member, List<String> outcomes) {
        provider.post("/simulator/scripts", Map.of("subject", member, "outcomes", outcomes))
                .orFail();
    }

    @Override
    public void close() {
        fleet.close();
    }
}
