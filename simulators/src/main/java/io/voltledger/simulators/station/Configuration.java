package io.voltledger.simulators.station;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A station's configuration keys. Guarded by its own monitor. */
final class Configuration {

    private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");

    private record Entry(String value, boolean readonly) {}

    private final Map<String, Entry> keys = new TreeMap<>(Map.ofEntries(
            free("AuthorizeRemoteTxRequests", "false"),
            free("ClockAlignedDataInterval", "0"),
            free("ConnectionTimeOut", "60"),
            free("HeartbeatInterval", "300"),
            free("LocalAuthorizeOffline", "true"),
            free("LocalAuthListEnabled", "true"),
            free("LocalPreAuthorize", "false"),
            free("MeterValueSampleInterval", "60"),
            free("MeterValuesSampledData", "Energy.Active.Import.Register,Power.Active.Import"),
            free("StopTransactionOnInvalidId", "true"),
            free("WebSocketPingInterval", "30"),
            fixed("ChargeProfileMaxStackLevel", "10"),
            fixed("ChargingScheduleAllowedChargingRateUnit", "Current,Power"),
            fixed("ChargingScheduleMaxPeriods", "24"),
            fixed("GetConfigurationMaxKeys", "50"),
            fixed("LocalAuthListMaxLength", "500"),
            fixed("MaxChargingProfilesInstalled", "50"),
            fixed("NumberOfConnectors", Integer.toString(Connectors.COUNT)),
            fixed("ReserveConnectorZeroSupported", "true"),
            fixed("SendLocalListMaxLength", "500"),
            fixed(
                    "SupportedFeatureProfiles",
                    "Core,FirmwareManagement,LocalAuthListManagement,Reservation,SmartCharging,RemoteTrigger")));

    private static Map.Entry<String, Entry> free(String key, String value) {
        return Map.entry(key, new Entry(value, false));
    }

    private static Map.Entry<String, Entry> fixed(String key, String value) {
        return Map.entry(key, new Entry(value, true));
    }

    synchronized boolean is(String key) {
        Entry entry = keys.get(key);
        return entry != null && entry.value().equals("true");
    }

    /** A number stays a number, and a switch a switch. */
    synchronized Reply change(JsonNode request) {
        String key = request.path("key").asText();
        String value = request.path("value").asText();
        Entry entry = keys.get(key);
        if (entry == null) {
            return Reply.status("NotSupported");
        }
        if (entry.readonly() || !fits(entry.value(), value)) {
            return Reply.status("Rejected");
        }
        keys.put(key, new Entry(value, false));
        return Reply.status("Accepted");
    }

    private static boolean fits(String before, String value) {
        if (before.equals("true") || before.equals("false")) {
            return value.equals("true") || value.equals("false");
        }
        return !WHOLE.matcher(before).matches() || WHOLE.matcher(value).matches();
    }

    /** All keys where none is named. */
    synchronized Reply get(JsonNode request) {
        ObjectNode answer = SimulatedStation.object();
        ArrayNode known = answer.putArray("configurationKey");
        if (request.path("key").isEmpty()) {
            keys.forEach((key, entry) -> show(known, key, entry));
            return Reply.of(answer);
        }
        ArrayNode unknown = SimulatedStation.object().arrayNode();
        request.path("key").forEach(wanted -> {
            @Nullable Entry entry = keys.get(wanted.asText());
            if (entry == null) {
                unknown.add(wanted.asText());
            } else {
                show(known, wanted.asText(), entry);
            }
        });
        if (!unknown.isEmpty()) {
            answer.set("unknownKey", unknown);
        }
        return Reply.of(answer);
    }

    private static void show(ArrayNode known, String key, Entry entry) {
        known.addObject().put("key", key).put("readonly", entry.readonly()).put("value", entry.value());
    }
}
