package io.voltledger.ocpp.v201.operation;

import static io.voltledger.ocpp.shape.Shape.decimal;
import static io.voltledger.ocpp.shape.Shape.fields;
import static io.voltledger.ocpp.shape.Shape.moment;
import static io.voltledger.ocpp.shape.Shape.open;
import static io.voltledger.ocpp.shape.Shape.optional;
import static io.voltledger.ocpp.shape.Shape.required;
import static io.voltledger.ocpp.shape.Shape.some;
import static io.voltledger.ocpp.shape.Shape.text;
import static io.voltledger.ocpp.shape.Shape.whole;
import static io.voltledger.ocpp.shape.Shape.words;

import io.voltledger.ocpp.shape.Shape;
import io.voltledger.ocpp.shape.Shape.Field;
import io.voltledger.ocpp.shape.Shape.Fields;
import java.util.Arrays;

/** Types that several blocks of operations share. */
final class Types {

    private static final Shape CUSTOM_DATA = open(required("vendorId", text(255)));

    static final Shape ADDITIONAL_INFO = object(required("additionalIdToken", text(36)), required("type", text(50)));

    static final Shape HASH_ALGORITHM = words("SHA256", "SHA384", "SHA512");

    static final Shape CERTIFICATE_HASH_DATA = object(
            required("hashAlgorithm", HASH_ALGORITHM),
            required("issuerNameHash", text(128)),
            required("issuerKeyHash", text(128)),
            required("serialNumber", text(40)));

    static final Shape CHARGING_PROFILE_KIND = words("Absolute", "Recurring", "Relative");

    static final Shape CHARGING_PROFILE_PURPOSE =
            words("ChargingStationExternalConstraints", "ChargingStationMaxProfile", "TxDefaultProfile", "TxProfile");

    static final Shape RECURRENCY_KIND = words("Daily", "Weekly");

    static final Shape CHARGING_RATE_UNIT = words("W", "A");

    static final Shape CHARGING_SCHEDULE_PERIOD = object(
            required("startPeriod", whole()),
            required("limit", decimal()),
            optional("numberPhases", whole()),
            optional("phaseToUse", whole()));

    static final Shape RELATIVE_TIME_INTERVAL = object(required("start", whole()), optional("duration", whole()));

    static final Shape COST_KIND =
            words("CarbonDioxideEmission", "RelativePricePercentage", "RenewableGenerationPercentage");

    static final Shape COST =
            object(required("costKind", COST_KIND), required("amount", whole()), optional("amountMultiplier", whole()));

    static final Shape CONSUMPTION_COST = object(required("startValue", decimal()), required("cost", some(COST, 3)));

    static final Shape SALES_TARIFF_ENTRY = object(
            required("relativeTimeInterval", RELATIVE_TIME_INTERVAL),
            optional("ePriceLevel", whole()),
            optional("consumptionCost", some(CONSUMPTION_COST, 3)));

    static final Shape SALES_TARIFF = object(
            required("id", whole()),
            optional("salesTariffDescription", text(32)),
            optional("numEPriceLevels", whole()),
            required("salesTariffEntry", some(SALES_TARIFF_ENTRY, 1024)));

    static final Shape CHARGING_SCHEDULE = object(
            required("id", whole()),
            optional("startSchedule", moment()),
            optional("duration", whole()),
            required("chargingRateUnit", CHARGING_RATE_UNIT),
            required("chargingSchedulePeriod", some(CHARGING_SCHEDULE_PERIOD, 1024)),
            optional("minChargingRate", decimal()),
            optional("salesTariff", SALES_TARIFF));

    static final Shape CHARGING_PROFILE = object(
            required("id", whole()),
            required("stackLevel", whole()),
            required("chargingProfilePurpose", CHARGING_PROFILE_PURPOSE),
            required("chargingProfileKind", CHARGING_PROFILE_KIND),
            optional("recurrencyKind", RECURRENCY_KIND),
            optional("validFrom", moment()),
            optional("validTo", moment()),
            required("chargingSchedule", some(CHARGING_SCHEDULE, 3)),
            optional("transactionId", text(36)));

    static final Shape EVSE = object(required("id", whole()), optional("connectorId", whole()));

    static final Shape COMPONENT =
            object(optional("evse", EVSE), required("name", text(50)), optional("instance", text(50)));

    static final Shape VARIABLE = object(required("name", text(50)), optional("instance", text(50)));

    static final Shape COMPONENT_VARIABLE = object(required("component", COMPONENT), optional("variable", VARIABLE));

    static final Shape ID_TOKEN_WORD =
            words("Central", "eMAID", "ISO14443", "ISO15693", "KeyCode", "Local", "MacAddress", "NoAuthorization");

    static final Shape ID_TOKEN = object(
            optional("additionalInfo", some(ADDITIONAL_INFO)),
            required("idToken", text(36)),
            required("type", ID_TOKEN_WORD));

    static final Shape MESSAGE_FORMAT = words("ASCII", "HTML", "URI", "UTF8");

    static final Shape MESSAGE_CONTENT =
            object(required("format", MESSAGE_FORMAT), optional("language", text(8)), required("content", text(512)));

    /** An object of these fields; every object of 2.0.1 may carry custom data as well. */
    static Fields object(Field... fields) {
        Field[] all = Arrays.copyOf(fields, fields.length + 1);
        all[fields.length] = optional("customData", CUSTOM_DATA);
        return fields(all);
    }

    private Types() {}
}
