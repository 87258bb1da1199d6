package io.voltledger.ocpp.v201.operation;

import static io.voltledger.ocpp.shape.Shape.anything;
import static io.voltledger.ocpp.shape.Shape.decimal;
import static io.voltledger.ocpp.shape.Shape.moment;
import static io.voltledger.ocpp.shape.Shape.optional;
import static io.voltledger.ocpp.shape.Shape.required;
import static io.voltledger.ocpp.shape.Shape.text;
import static io.voltledger.ocpp.shape.Shape.whole;
import static io.voltledger.ocpp.shape.Shape.words;
import static io.voltledger.ocpp.v201.operation.Types.CHARGING_PROFILE;
import static io.voltledger.ocpp.v201.operation.Types.EVSE;
import static io.voltledger.ocpp.v201.operation.Types.ID_TOKEN;
import static io.voltledger.ocpp.v201.operation.Types.object;
import static java.util.Map.entry;

import io.voltledger.ocpp.shape.Shape;
import io.voltledger.ocpp.shape.Shape.Fields;
import java.util.Map;

/** Transactions, remote control, availability, reservation and cost (blocks E to I), and data transfer (block P). */
final class Control {

    static final Shape CONNECTOR = words(
            "cCCS1",
            "cCCS2",
            "cG105",
            "cTesla",
            "cType1",
            "cType2",
            "s309-1P-16A",
            "s309-1P-32A",
            "s309-3P-16A",
            "s309-3P-32A",
            "sBS1361",
            "sCEE-7-7",
            "sType2",
            "sType3",
            "Other1PhMax16A",
            "Other1PhOver16A",
            "Other3Ph",
            "Pan",
            "wInductive",
            "wResonant",
            "Undetermined",
            "Unknown");

    static final Shape MESSAGE_TRIGGER = words(
            "BootNotification",
            "LogStatusNotification",
            "FirmwareStatusNotification",
            "Heartbeat",
            "MeterValues",
            "SignChargingStationCertificate",
            "SignV2GCertificate",
            "StatusNotification",
            "TransactionEvent",
            "SignCombinedCertificate",
            "PublishFirmwareStatusNotification");

    static final Shape OPERATIONAL_STATUS = words("Inoperative", "Operative");

    static final Map<String, Fields> ALL = Map.ofEntries(
            entry("CancelReservation", object(required("reservationId", whole()))),
            entry(
                    "ChangeAvailability",
                    object(optional("evse", EVSE), required("operationalStatus", OPERATIONAL_STATUS))),
            entry("CostUpdated", object(required("totalCost", decimal()), required("transactionId", text(36)))),
            entry(
                    "DataTransfer",
                    object(
                            optional("messageId", text(50)),
                            optional("data", anything()),
                            required("vendorId", text(255)))),
            entry("GetTransactionStatus", object(optional("transactionId", text(36)))),
            entry(
                    "RequestStartTransaction",
                    object(
                            optional("evseId", whole()),
                            optional("groupIdToken", ID_TOKEN),
                            required("idToken", ID_TOKEN),
                            required("remoteStartId", whole()),
                            optional("chargingProfile", CHARGING_PROFILE))),
            entry("RequestStopTransaction", object(required("transactionId", text(36)))),
            entry(
                    "ReserveNow",
                    object(
                            required("id", whole()),
                            required("expiryDateTime", moment()),
                            optional("connectorType", CONNECTOR),
                            required("idToken", ID_TOKEN),
                            optional("evseId", whole()),
                            optional("groupIdToken", ID_TOKEN))),
            entry("TriggerMessage", object(optional("evse", EVSE), required("requestedMessage", MESSAGE_TRIGGER))),
            entry("UnlockConnector", object(required("evseId", whole()), required("connectorId", whole()))));

    private Control() {}
}
