package io.voltledger.ocpp.v201.operation;

import static io.voltledger.ocpp.shape.Shape.moment;
import static io.voltledger.ocpp.shape.Shape.optional;
import static io.voltledger.ocpp.shape.Shape.required;
import static io.voltledger.ocpp.shape.Shape.text;
import static io.voltledger.ocpp.shape.Shape.whole;
import static io.voltledger.ocpp.v201.operation.Types.object;
import static java.util.Map.entry;

import io.voltledger.ocpp.shape.Shape;
import io.voltledger.ocpp.shape.Shape.Fields;
import java.util.Map;

/** Firmware management (block L). */
final class Firmware {

    static final Shape FIRMWARE = object(
            required("location", text(512)),
            required("retrieveDateTime", moment()),
            optional("installDateTime", moment()),
            optional("signingCertificate", text(5500)),
            optional("signature", text(800)));

    static final Map<String, Fields> ALL = Map.ofEntries(
            entry(
                    "PublishFirmware",
                    object(
                            required("location", text(512)),
                            optional("retries", whole()),
                            required("checksum", text(32)),
                            required("requestId", whole()),
                            optional("retryInterval", whole()))),
            entry("UnpublishFirmware", object(required("checksum", text(32)))),
            entry(
                    "UpdateFirmware",
                    object(
                            optional("retries", whole()),
                            optional("retryInterval", whole()),
                            required("requestId", whole()),
                            required("firmware", FIRMWARE))));

    private Firmware() {}
}
