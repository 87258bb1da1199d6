package io.voltledger.ocpp.v201.operation;

import static io.voltledger.ocpp.shape.Shape.flag;
import static io.voltledger.ocpp.shape.Shape.optional;
import static io.voltledger.ocpp.shape.Shape.required;
import static io.voltledger.ocpp.shape.Shape.some;
import static io.voltledger.ocpp.shape.Shape.text;
import static io.voltledger.ocpp.shape.Shape.whole;
import static io.voltledger.ocpp.shape.Shape.words;
import static io.voltledger.ocpp.v201.operation.Types.COMPONENT;
import static io.voltledger.ocpp.v201.operation.Types.COMPONENT_VARIABLE;
import static io.voltledger.ocpp.v201.operation.Types.VARIABLE;
import static io.voltledger.ocpp.v201.operation.Types.object;
import static java.util.Map.entry;

import io.voltledger.ocpp.shape.Shape;
import io.voltledger.ocpp.shape.Shape.Fields;
import java.util.Map;

/** Boot, configuration and reset (block B). */
final class Provisioning {

    static final Shape APN_AUTHENTICATION = words("CHAP", "NONE", "PAP", "AUTO");

    static final Shape APN = object(
            required("apn", text(512)),
            optional("apnUserName", text(20)),
            optional("apnPassword", text(20)),
            optional("simPin", whole()),
            optional("preferredNetwork", text(6)),
            optional("useOnlyPreferredNetwork", flag()),
            required("apnAuthentication", APN_AUTHENTICATION));

    static final Shape ATTRIBUTE = words("Actual", "Target", "MinSet", "MaxSet");

    static final Shape COMPONENT_CRITERION = words("Active", "Available", "Enabled", "Problem");

    static final Shape GET_VARIABLE_DATA = object(
            optional("attributeType", ATTRIBUTE), required("component", COMPONENT), required("variable", VARIABLE));

    static final Shape OCPP_VERSION = words("OCPP12", "OCPP15", "OCPP16", "OCPP20");

    static final Shape OCPP_TRANSPORT = words("JSON", "SOAP");

    static final Shape OCPP_INTERFACE =
            words("Wired0", "Wired1", "Wired2", "Wired3", "Wireless0", "Wireless1", "Wireless2", "Wireless3");

    static final Shape VPN_WORD = words("IKEv2", "IPSec", "L2TP", "PPTP");

    static final Shape VPN = object(
            required("server", text(512)),
            required("user", text(20)),
            optional("group", text(20)),
            required("password", text(20)),
            required("key", text(255)),
            required("type", VPN_WORD));

    static final Shape NETWORK_CONNECTION_PROFILE = object(
            optional("apn", APN),
            required("ocppVersion", OCPP_VERSION),
            required("ocppTransport", OCPP_TRANSPORT),
            required("ocppCsmsUrl", text(512)),
            required("messageTimeout", whole()),
            required("securityProfile", whole()),
            required("ocppInterface", OCPP_INTERFACE),
            optional("vpn", VPN));

    static final Shape REPORT_BASE = words("ConfigurationInventory", "FullInventory", "SummaryInventory");

    static final Shape RESET = words("Immediate", "OnIdle");

    static final Shape SET_VARIABLE_DATA = object(
            optional("attributeType", ATTRIBUTE),
            required("attributeValue", text(1000)),
            required("component", COMPONENT),
            required("variable", VARIABLE));

    static final Map<String, Fields> ALL = Map.ofEntries(
            entry("GetBaseReport", object(required("requestId", whole()), required("reportBase", REPORT_BASE))),
            entry(
                    "GetReport",
                    object(
                            optional("componentVariable", some(COMPONENT_VARIABLE)),
                            required("requestId", whole()),
                            optional("componentCriteria", some(COMPONENT_CRITERION, 4)))),
            entry("GetVariables", object(required("getVariableData", some(GET_VARIABLE_DATA)))),
            entry("Reset", object(required("type", RESET), optional("evseId", whole()))),
            entry(
                    "SetNetworkProfile",
                    object(
                            required("configurationSlot", whole()),
                            required("connectionData", NETWORK_CONNECTION_PROFILE))),
            entry("SetVariables", object(required("setVariableData", some(SET_VARIABLE_DATA)))));

    private Provisioning() {}
}
