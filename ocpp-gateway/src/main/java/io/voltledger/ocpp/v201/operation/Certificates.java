package io.voltledger.ocpp.v201.operation;

import static io.voltledger.ocpp.shape.Shape.optional;
import static io.voltledger.ocpp.shape.Shape.required;
import static io.voltledger.ocpp.shape.Shape.some;
import static io.voltledger.ocpp.shape.Shape.text;
import static io.voltledger.ocpp.shape.Shape.words;
import static io.voltledger.ocpp.v201.operation.Types.CERTIFICATE_HASH_DATA;
import static io.voltledger.ocpp.v201.operation.Types.object;
import static java.util.Map.entry;

import io.voltledger.ocpp.shape.Shape;
import io.voltledger.ocpp.shape.Shape.Fields;
import java.util.Map;

/** Certificates (blocks A and M). */
final class Certificates {

    static final Shape CERTIFICATE_SIGNING_USE = words("ChargingStationCertificate", "V2GCertificate");

    static final Shape GET_CERTIFICATE_ID_USE = words(
            "V2GRootCertificate",
            "MORootCertificate",
            "CSMSRootCertificate",
            "V2GCertificateChain",
            "ManufacturerRootCertificate");

    static final Shape INSTALL_CERTIFICATE_USE =
            words("V2GRootCertificate", "MORootCertificate", "CSMSRootCertificate", "ManufacturerRootCertificate");

    static final Map<String, Fields> ALL = Map.ofEntries(
            entry(
                    "CertificateSigned",
                    object(
                            required("certificateChain", text(10000)),
                            optional("certificateType", CERTIFICATE_SIGNING_USE))),
            entry("DeleteCertificate", object(required("certificateHashData", CERTIFICATE_HASH_DATA))),
            entry("GetInstalledCertificateIds", object(optional("certificateType", some(GET_CERTIFICATE_ID_USE)))),
            entry(
                    "InstallCertificate",
                    object(required("certificateType", INSTALL_CERTIFICATE_USE), required("certificate", text(5500)))));

    private Certificates() {}
}
