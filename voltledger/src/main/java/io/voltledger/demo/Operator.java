package io.voltledger.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** What an operator does to get a driver charging, through the REST API. Every step may be repeated. */
public final class Operator {

    private final RestClient rest;

    public Operator(RestClient rest) {
        this.rest = rest;
    }

    /** One price per kWh at all times, VAT of 10 % included: 300 means 300 won. */
    public void publishFlatTariff(String tariff, String name, BigDecimal wonPerKilowattHour) {
        publish(tariff, name, List.of(element(List.of(component("ENERGY", wonPerKilowattHour, 1)), Map.of())));
    }

    /** Elements in OCPI's structure, in KRW with VAT included, local to Seoul. */
    public void publish(String tariff, String name, List<Map<String, Object>> elements) {
        rest.post(
                        "/api/tariffs/" + tariff + "/versions",
                        Map.of(
                                "name",
                                name,
                                "currency",
                                "KRW",
                                "zone",
                                "Asia/Seoul",
                                "taxIncluded",
                                true,
                                "elements",
                                elements))
                .orFail();
    }

    public static Map<String, Object> element(
            List<Map<String, Object>> priceComponents, Map<String, Object> restrictions) {
        return restrictions.isEmpty()
                ? Map.of("priceComponents", priceComponents)
                : Map.of("priceComponents", priceComponents, "restrictions", restrictions);
    }

    public static Map<String, Object> component(String type, BigDecimal price, int stepSize) {
        return Map.of("type", type, "price", price, "vat", 10, "stepSize", stepSize);
    }

    public void registerStation(String station, String name, String tariff) {
        rest.post("/api/charge-points", Map.of("id", station, "name", name, "zone", "Asia/Seoul", "tariff", tariff))
                .orFail();
    }

    public void issueToken(String token, String member) {
        rest.post("/api/tokens", Map.of("id", token, "member", member)).orFail();
    }

    /** @param locale {@code ko} or {@code en} */
    public void contact(String member, String email, String locale) {
        rest.put("/api/members/" + member + "/contact", Map.of("email", email, "locale", locale))
                .orFail();
    }

    /** Registers a card; at the simulated provider the customer's key is the member's. */
    public JsonNode registerCard(String member) {
        return rest.post(
                        "/api/payment-methods",
                        Map.of("member", member, "authKey", "auth-" + member, "customerKey", member))
                .orFail()
                .body();
    }

    /** Gives points, once for each credit id. */
    public void givePoints(String member, String creditId, long won) {
        rest.post(
                        "/api/wallets/" + member + "/credits",
                        Map.of(
                                "creditId",
                                creditId,
                                "amount",
                                Map.of("amount", won, "currency", "KRW"),
                                "source",
                                "POINTS"))
                .orFail();
    }

    public JsonNode session(String session) {
        return rest.get("/api/sessions/" + session).body();
    }

    public JsonNode bill(String bill) {
        return rest.get("/api/bills/" + bill).body();
    }

    public JsonNode payments(String bill) {
        return rest.get("/api/payments?bill=" + bill).orFail().body().path("items");
    }

    public JsonNode notifications(String member) {
        return rest.get("/api/notifications?member=" + member).orFail().body().path("items");
    }

    public JsonNode wallet(String member) {
        return rest.get("/api/wallets/" + member).body();
    }

    public JsonNode token(String token) {
        return rest.get("/api/tokens/" + token).body();
    }

    /** Everything that happened to a session, its bill and its payments, in order. */
    public JsonNode history(String session) {
        return rest.get("/api/audit/sessions/" + session + "/events")
                .orFail()
                .body()
                .path("items");
    }

    /** A driver or operator asks to take a bill's money now. */
    public int requestPayment(String bill) {
        return rest.post("/api/bills/" + bill + "/payment-requests", Map.of()).status();
    }

    /** Sends an OCPP operation in its own field names; the HTTP status: 202 dispatched, 409 offline. */
    public int sendToStation(String station, String action, Map<String, Object> payload) {
        return rest.post("/api/charge-points/" + station + "/commands/" + action, payload)
                .status();
    }
}
