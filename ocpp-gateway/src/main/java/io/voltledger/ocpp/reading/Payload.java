package io.voltledger.ocpp.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.voltledger.api.Energy;
import io.voltledger.api.chargepoint.ConnectorId;
import io.voltledger.api.quirk.Quirks;
import io.voltledger.api.session.Anomaly.Code;
import io.voltledger.api.token.IdToken;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A call's payload, read forgivingly: what is missing or odd is noted in {@link #findings}. */
public final class Payload {

    private static final int MAX_TEXT = 4_096;
    private static final int MAX_ID_TOKEN = 64;
    private static final int USUAL_ID_TOKEN = 20;
    private static final Pattern BEHIND_TAG = Pattern.compile("\\s");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private final ObjectNode json;
    private final Instant receivedAt;
    private final Findings findings;

    /** @param quirks how the station deviates from what it says */
    public Payload(ObjectNode json, Instant receivedAt, Quirks quirks) {
        this(json, receivedAt, new Findings(quirks));
    }

    private Payload(ObjectNode json, Instant receivedAt, Findings findings) {
        this.json = json;
        this.receivedAt = receivedAt;
        this.findings = findings;
    }

    /** The object that a field holds, with the same findings; an empty one where it holds none. */
    public Payload within(String field) {
        return new Payload(
                node(field) instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode(),
                receivedAt,
                findings);
    }

    public Findings findings() {
        return findings;
    }

    public JsonNode node(String field) {
        return json.path(field);
    }

    /** The text as it came, a number as text; null where it is absent. */
    public @Nullable String text(String field) {
        return textOf(json.path(field));
    }

    public String text(String field, String otherwise) {
        String text = text(field);
        return text == null ? otherwise : text;
    }

    /** The station's time; the time of receipt where there is none that can be read. */
    public Instant time(String field) {
        return Times.read(text(field), field, receivedAt, findings);
    }

    /** The station's time where it sent one that can be read. */
    public @Nullable Instant timeIfAny(String field) {
        String text = text(field);
        return text == null ? null : Times.parse(text, field, findings).orElse(null);
    }

    /** A register in Wh; null where it is missing or unreadable. */
    public @Nullable Energy register(String field) {
        String text = text(field);
        if (text == null) {
            findings.add(Code.FIELD_MISSING, field);
            return null;
        }
        Optional<BigDecimal> value = Numbers.parse(text);
        if (value.isEmpty()) {
            findings.add(Code.VALUE_UNREADABLE, field + ": " + Findings.shown(text));
        }
        return value.map(said -> scaled(said, findings.quirks().registerFactor()))
                .map(Energy::new)
                .orElse(null);
    }

    /** A whole number; empty where it is missing, unreadable or has a fraction. */
    public Optional<BigDecimal> whole(String field) {
        String text = text(field);
        return text == null
                ? Optional.empty()
                : Numbers.parse(text).filter(value -> value.stripTrailingZeros().scale() <= 0);
    }

    /** The connector; 0, the station itself, where there is none that can be read. */
    public ConnectorId connector() {
        Optional<BigDecimal> value = whole("connectorId")
                .filter(number -> number.signum() >= 0 && number.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0);
        if (value.isEmpty()) {
            String came = text("connectorId");
            findings.add(
                    came == null ? Code.FIELD_MISSING : Code.VALUE_UNREADABLE,
                    "connectorId: " + (came == null ? "missing" : Findings.shown(came)));
        }
        return value.map(number -> connector(number.intValue(), findings.quirks()))
                .orElseGet(() -> new ConnectorId(0));
    }

    /** The driver's tag; null where there is none. What stands behind an overlong one is cut off and noted. */
    public @Nullable IdToken idToken(String field) {
        String text = text(field);
        if (text == null || text.isBlank()) {
            return null;
        }
        String came = text.strip();
        String tag = came.length() > USUAL_ID_TOKEN ? BEHIND_TAG.split(came, 2)[0] : came;
        String usable = CONTROL.matcher(tag).replaceAll("");
        usable = usable.length() <= MAX_ID_TOKEN ? usable : usable.substring(0, MAX_ID_TOKEN);
        if (!usable.equals(came)) {
            findings.add(Code.UNKNOWN_WORD, field + ": " + Findings.shown(text));
        }
        return usable.isBlank() ? null : new IdToken(usable);
    }

    /** As the platform numbers it. */
    private static ConnectorId connector(int number, Quirks quirks) {
        return new ConnectorId((int) Math.clamp((long) number + quirks.connectorShift(), 0, Integer.MAX_VALUE));
    }

    static BigDecimal scaled(BigDecimal value, @Nullable BigDecimal factor) {
        return factor == null ? value : Unit.plain(value.multiply(factor));
    }

    static @Nullable String textOf(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        String text = node.isValueNode() ? node.asText() : node.toString();
        return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT);
    }
}
