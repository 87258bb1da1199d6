package io.voltledger.ocpp.v16;

import static io.voltledger.ocpp.shape.Shape.fields;
import static io.voltledger.ocpp.shape.Shape.link;
import static io.voltledger.ocpp.shape.Shape.list;
import static io.voltledger.ocpp.shape.Shape.moment;
import static io.voltledger.ocpp.shape.Shape.optional;
import static io.voltledger.ocpp.shape.Shape.required;
import static io.voltledger.ocpp.shape.Shape.tenths;
import static io.voltledger.ocpp.shape.Shape.text;
import static io.voltledger.ocpp.shape.Shape.whole;
import static io.voltledger.ocpp.shape.Shape.words;
import static java.util.Map.entry;

import io.voltledger.ocpp.shape.Shape;
import io.voltledger.ocpp.shape.Shape.Fields;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the central system may ask of a 1.6 station, profile by profile, and the fields of each request (OCPP 1.6 edition 2,
 * chapter 6; security whitepaper edition 3, chapter 5).
 */
final class Operations {

    private static final int ID_TAG = 20;
    private static final int CERTIFICATE = 5_500;
    private static final int LOCATION = 512;

    private static final Shape SCHEDULE = fields(
            optional("duration", whole()),
            optional("startSchedule", moment()),
            required("chargingRateUnit", words("A", "W")),
            required(
                    "chargingSchedulePeriod",
                    list(fields(
                            required("startPeriod", whole()),
                            required("limit", tenths()),
                            optional("numberPhases", whole())))),
            optional("minChargingRate", tenths()));

    private static final Shape PURPOSE = words("ChargePointMaxProfile", "TxDefaultProfile", "TxProfile");

    private static final Shape CHARGING_PROFILE = fields(
            required("chargingProfileId", whole()),
            optional("transactionId", whole()),
            required("stackLevel", whole()),
            required("chargingProfilePurpose", PURPOSE),
            required("chargingProfileKind", words("Absolute", "Recurring", "Relative")),
            optional("recurrencyKind", words("Daily", "Weekly")),
            optional("validFrom", moment()),
            optional("validTo", moment()),
            required("chargingSchedule", SCHEDULE));

    private static final Shape LIST_ENTRY = fields(
            required("idTag", text(ID_TAG)),
            optional(
                    "idTagInfo",
                    fields(
                            optional("expiryDate", moment()),
                            optional("parentIdTag", text(ID_TAG)),
                            required("status", words("Accepted", "Blocked", "Expired", "Invalid", "ConcurrentTx")))));

    private static final Shape CERTIFICATE_USE = words("CentralSystemRootCertificate", "ManufacturerRootCertificate");

    private static final Map<String, Fields> CORE = Map.of(
            "ChangeAvailability",
            fields(required("connectorId", whole()), required("type", words("Inoperative", "Operative"))),
            "ChangeConfiguration",
            fields(required("key", text(50)), required("value", text(500))),
            "ClearCache",
            fields(),
            "DataTransfer",
            fields(
                    required("vendorId", text(255)),
                    optional("messageId", text(50)),
                    optional("data", text(Integer.MAX_VALUE))),
            "GetConfiguration",
            fields(optional("key", list(text(50)))),
            "RemoteStartTransaction",
            fields(
                    optional("connectorId", whole()),
                    required("idTag", text(ID_TAG)),
                    optional("chargingProfile", CHARGING_PROFILE)),
            "RemoteStopTransaction",
            fields(required("transactionId", whole())),
            "Reset",
            fields(required("type", words("Hard", "Soft"))),
            "UnlockConnector",
            fields(required("connectorId", whole())));

    private static final Map<String, Fields> FIRMWARE_MANAGEMENT = Map.of(
            "GetDiagnostics",
            fields(
                    required("location", link()),
                    optional("retries", whole()),
                    optional("retryInterval", whole()),
                    optional("startTime", moment()),
                    optional("stopTime", moment())),
            "UpdateFirmware",
            fields(
                    required("location", link()),
                    optional("retries", whole()),
                    required("retrieveDate", moment()),
                    optional("retryInterval", whole())));

    private static final Map<String, Fields> LOCAL_AUTH_LIST = Map.of(
            "GetLocalListVersion",
            fields(),
            "SendLocalList",
            fields(
                    required("listVersion", whole()),
                    optional("localAuthorizationList", list(LIST_ENTRY)),
                    required("updateType", words("Differential", "Full"))));

    private static final Map<String, Fields> RESERVATION = Map.of(
            "ReserveNow",
            fields(
                    required("connectorId", whole()),
                    required("expiryDate", moment()),
                    required("idTag", text(ID_TAG)),
                    optional("parentIdTag", text(ID_TAG)),
                    required("reservationId", whole())),
            "CancelReservation",
            fields(required("reservationId", whole())));

    private static final Map<String, Fields> SMART_CHARGING = Map.of(
            "SetChargingProfile",
            fields(required("connectorId", whole()), required("csChargingProfiles", CHARGING_PROFILE)),
            "ClearChargingProfile",
            fields(
                    optional("id", whole()),
                    optional("connectorId", whole()),
                    optional("chargingProfilePurpose", PURPOSE),
                    optional("stackLevel", whole())),
            "GetCompositeSchedule",
            fields(
                    required("connectorId", whole()),
                    required("duration", whole()),
                    optional("chargingRateUnit", words("A", "W"))));

    private static final Map<String, Fields> REMOTE_TRIGGER = Map.of(
            "TriggerMessage",
            fields(
                    required(
                            "requestedMessage",
                            words(
                                    "BootNotification",
                                    "DiagnosticsStatusNotification",
                                    "FirmwareStatusNotification",
                                    "Heartbeat",
                                    "MeterValues",
                                    "StatusNotification")),
                    optional("connectorId", whole())));

    private static final Map<String, Fields> SECURITY = Map.ofEntries(
            entry("CertificateSigned", fields(required("certificateChain", text(10_000)))),
            entry(
                    "DeleteCertificate",
                    fields(required(
                            "certificateHashData",
                            fields(
                                    required("hashAlgorithm", words("SHA256", "SHA384", "SHA512")),
                                    required("issuerNameHash", text(128)),
                                    required("issuerKeyHash", text(128)),
                                    required("serialNumber", text(40)))))),
            entry(
                    "ExtendedTriggerMessage",
                    fields(
                            required(
                                    "requestedMessage",
                                    words(
                                            "BootNotification",
                                            "FirmwareStatusNotification",
                                            "Heartbeat",
                                            "LogStatusNotification",
                                            "MeterValues",
                                            "SignChargePointCertificate",
                                            "StatusNotification")),
                            optional("connectorId", whole()))),
            entry("GetInstalledCertificateIds", fields(required("certificateType", CERTIFICATE_USE))),
            entry(
                    "GetLog",
                    fields(
                            required(
                                    "log",
                                    fields(
                                            required("remoteLocation", text(LOCATION)),
                                            optional("oldestTimestamp", moment()),
                                            optional("latestTimestamp", moment()))),
                            required("logType", words("DiagnosticsLog", "SecurityLog")),
                            required("requestId", whole()),
                            optional("retries", whole()),
                            optional("retryInterval", whole()))),
            entry(
                    "InstallCertificate",
                    fields(required("certificateType", CERTIFICATE_USE), required("certificate", text(CERTIFICATE)))),
            entry(
                    "SignedUpdateFirmware",
                    fields(
                            optional("retries", whole()),
                            optional("retryInterval", whole()),
                            required("requestId", whole()),
                            required(
                                    "firmware",
                                    fields(
                                            required("location", text(LOCATION)),
                                            required("retrieveDateTime", moment()),
                                            optional("installDateTime", moment()),
                                            required("signingCertificate", text(CERTIFICATE)),
                                            required("signature", text(800)))))));

    /** Each by its name on the wire. */
    static final Map<String, Fields> ALL = Stream.of(
                    CORE, FIRMWARE_MANAGEMENT, LOCAL_AUTH_LIST, RESERVATION, SMART_CHARGING, REMOTE_TRIGGER, SECURITY)
            .flatMap(profile -> profile.entrySet().stream())
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private Operations() {}
}
