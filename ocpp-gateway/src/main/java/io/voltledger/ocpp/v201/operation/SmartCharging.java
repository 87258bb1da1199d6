package io.voltledger.ocpp.v201.operation;

import static io.voltledger.ocpp.shape.Shape.optional;
import static io.voltledger.ocpp.shape.Shape.required;
import static io.voltledger.ocpp.shape.Shape.some;
import static io.voltledger.ocpp.shape.Shape.whole;
import static io.voltledger.ocpp.shape.Shape.words;
import static io.voltledger.ocpp.v201.operation.Types.CHARGING_PROFILE;
import static io.voltledger.ocpp.v201.operation.Types.CHARGING_PROFILE_PURPOSE;
import static io.voltledger.ocpp.v201.operation.Types.CHARGING_RATE_UNIT;
import static io.voltledger.ocpp.v201.operation.Types.object;
import static java.util.Map.entry;

import io.voltledger.ocpp.shape.Shape;
import io.voltledger.ocpp.shape.Shape.Fields;
import java.util.Map;

/** Smart charging (block K). */
final class SmartCharging {

    static final Shape CHARGING_LIMIT_SOURCE = words("EMS", "Other", "SO", "CSO");

    static final Shape CHARGING_PROFILE_CRITERION = object(
            optional("chargingProfilePurpose", CHARGING_PROFILE_PURPOSE),
            optional("stackLevel", whole()),
            optional("chargingProfileId", some(whole())),
            optional("chargingLimitSource", some(CHARGING_LIMIT_SOURCE, 4)));

    static final Shape CLEAR_CHARGING_PROFILE = object(
            optional("evseId", whole()),
            optional("chargingProfilePurpose", CHARGING_PROFILE_PURPOSE),
            optional("stackLevel", whole()));

    static final Map<String, Fields> ALL = Map.ofEntries(
            entry(
                    "ClearChargingProfile",
                    object(
                            optional("chargingProfileId", whole()),
                            optional("chargingProfileCriteria", CLEAR_CHARGING_PROFILE))),
            entry(
                    "GetChargingProfiles",
                    object(
                            required("requestId", whole()),
                            optional("evseId", whole()),
                            required("chargingProfile", CHARGING_PROFILE_CRITERION))),
            entry(
                    "GetCompositeSchedule",
                    object(
                            required("duration", whole()),
                            optional("chargingRateUnit", CHARGING_RATE_UNIT),
                            required("evseId", whole()))),
            entry(
                    "SetChargingProfile",
                    object(required("evseId", whole()), required("chargingProfile", CHARGING_PROFILE))));

    private SmartCharging() {}
}
