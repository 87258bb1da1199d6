package io.voltledger.ocpp.v201.operation;

import static io.voltledger.ocpp.shape.Shape.decimal;
import static io.voltledger.ocpp.shape.Shape.flag;
import static io.voltledger.ocpp.shape.Shape.moment;
import static io.voltledger.ocpp.shape.Shape.optional;
import static io.voltledger.ocpp.shape.Shape.required;
import static io.voltledger.ocpp.shape.Shape.some;
import static io.voltledger.ocpp.shape.Shape.text;
import static io.voltledger.ocpp.shape.Shape.whole;
import static io.voltledger.ocpp.shape.Shape.words;
import static io.voltledger.ocpp.v201.operation.Types.CERTIFICATE_HASH_DATA;
import static io.voltledger.ocpp.v201.operation.Types.COMPONENT;
import static io.voltledger.ocpp.v201.operation.Types.COMPONENT_VARIABLE;
import static io.voltledger.ocpp.v201.operation.Types.ID_TOKEN;
import static io.voltledger.ocpp.v201.operation.Types.VARIABLE;
import static io.voltledger.ocpp.v201.operation.Types.object;
import static java.util.Map.entry;

import io.voltledger.ocpp.shape.Shape;
import io.voltledger.ocpp.shape.Shape.Fields;
import java.util.Map;

/** Logs, monitoring and customer information (block N). */
final class Diagnostics {

    static final Shape LOG = words("DiagnosticsLog", "SecurityLog");

    static final Shape LOG_PARAMETERS = object(
            required("remoteLocation", text(512)),
            optional("oldestTimestamp", moment()),
            optional("latestTimestamp", moment()));

    static final Shape MONITOR = words("UpperThreshold", "LowerThreshold", "Delta", "Periodic", "PeriodicClockAligned");

    static final Shape MONITORING_BASE = words("All", "FactoryDefault", "HardWiredOnly");

    static final Shape MONITORING_CRITERION = words("ThresholdMonitoring", "DeltaMonitoring", "PeriodicMonitoring");

    static final Shape SET_MONITORING_DATA = object(
            optional("id", whole()),
            optional("transaction", flag()),
            required("value", decimal()),
            required("type", MONITOR),
            required("severity", whole()),
            required("component", COMPONENT),
            required("variable", VARIABLE));

    static final Map<String, Fields> ALL = Map.ofEntries(
            entry("ClearVariableMonitoring", object(required("id", some(whole())))),
            entry(
                    "CustomerInformation",
                    object(
                            optional("customerCertificate", CERTIFICATE_HASH_DATA),
                            optional("idToken", ID_TOKEN),
                            required("requestId", whole()),
                            required("report", flag()),
                            required("clear", flag()),
                            optional("customerIdentifier", text(64)))),
            entry(
                    "GetLog",
                    object(
                            required("log", LOG_PARAMETERS),
                            required("logType", LOG),
                            required("requestId", whole()),
                            optional("retries", whole()),
                            optional("retryInterval", whole()))),
            entry(
                    "GetMonitoringReport",
                    object(
                            optional("componentVariable", some(COMPONENT_VARIABLE)),
                            required("requestId", whole()),
                            optional("monitoringCriteria", some(MONITORING_CRITERION, 3)))),
            entry("SetMonitoringBase", object(required("monitoringBase", MONITORING_BASE))),
            entry("SetMonitoringLevel", object(required("severity", whole()))),
            entry("SetVariableMonitoring", object(required("setMonitoringData", some(SET_MONITORING_DATA)))));

    private Diagnostics() {}
}
