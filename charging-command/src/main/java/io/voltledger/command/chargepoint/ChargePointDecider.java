package io.voltledger.command.chargepoint;

import io.voltledger.api.Rejection;
import io.voltledger.api.chargepoint.ChargePointCommand;
import io.voltledger.api.chargepoint.ChargePointCommand.AssignTariff;
import io.voltledger.api.chargepoint.ChargePointCommand.ConnectStation;
import io.voltledger.api.chargepoint.ChargePointCommand.DisconnectStation;
import io.voltledger.api.chargepoint.ChargePointCommand.RegisterChargePoint;
import io.voltledger.api.chargepoint.ChargePointCommand.ReportBoot;
import io.voltledger.api.chargepoint.ChargePointCommand.ReportStatus;
import io.voltledger.api.chargepoint.ChargePointEvent;
import io.voltledger.api.chargepoint.ChargePointEvent.ChargePointBooted;
import io.voltledger.api.chargepoint.ChargePointEvent.ChargePointConnected;
import io.voltledger.api.chargepoint.ChargePointEvent.ChargePointDisconnected;
import io.voltledger.api.chargepoint.ChargePointEvent.ChargePointRegistered;
import io.voltledger.api.chargepoint.ChargePointEvent.ConnectorStatusChanged;
import io.voltledger.api.chargepoint.ChargePointEvent.TariffAssigned;
import io.voltledger.api.chargepoint.StatusReport;
import io.voltledger.command.Decision;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The rules of a charge point: known stations only, the latest socket counts, a repeated status is no change. */
final class ChargePointDecider {

    private ChargePointDecider() {}

    static Decision<ChargePointEvent> decide(ChargePointCommand command, ChargePointFacts facts) {
        ChargePointRegistered registered = facts.registered();
        if (command instanceof RegisterChargePoint register) {
            return register(register, registered);
        }
        if (registered == null) {
            return Decision.notFound("charge point " + command.station().value());
        }
        return switch (command) {
            case RegisterChargePoint register -> register(register, registered);
            case AssignTariff assign ->
                assign.tariff().equals(facts.tariff())
                        ? Decision.nothing()
                        : Decision.of(new TariffAssigned(assign.station(), assign.tariff(), assign.at()));
            case ConnectStation connect -> connect(connect, facts);
            case DisconnectStation disconnect ->
                disconnect.connection().equals(facts.connection())
                        ? Decision.of(new ChargePointDisconnected(
                                disconnect.station(), disconnect.connection(), disconnect.cause(), disconnect.at()))
                        : Decision.nothing();
            case ReportBoot report ->
                report.receipt().equals(facts.lastBoot())
                        ? Decision.nothing()
                        : Decision.of(new ChargePointBooted(report.station(), report.boot(), report.receipt()));
            case ReportStatus report -> report(report, facts);
        };
    }

    private static Decision<ChargePointEvent> register(
            RegisterChargePoint command, @Nullable ChargePointRegistered registered) {
        if (registered == null) {
            return Decision.of(new ChargePointRegistered(
                    command.station(), command.name(), command.zone(), command.tariff(), command.at()));
        }
        boolean same = registered.name().equals(command.name())
                && registered.zone().equals(command.zone())
                && Objects.equals(registered.tariff(), command.tariff());
        return same
                ? Decision.nothing()
                : Decision.refused(
                        Rejection.ALREADY_EXISTS,
                        "Charge point " + command.station().value() + " is registered with other content");
    }

    private static Decision<ChargePointEvent> connect(ConnectStation command, ChargePointFacts facts) {
        return command.connection().equals(facts.connection())
                ? Decision.nothing()
                : Decision.of(new ChargePointConnected(
                        command.station(), command.node(), command.connection(), command.protocol(), command.at()));
    }

    private static Decision<ChargePointEvent> report(ReportStatus command, ChargePointFacts facts) {
        StatusReport last = facts.connectors().get(command.connector().value());
        return last != null && timeless(last).equals(timeless(command.status()))
                ? Decision.nothing()
                : Decision.of(new ConnectorStatusChanged(
                        command.station(), command.connector(), command.status(), command.receipt()));
    }

    /** A station that repeats its status with a new time has no other status. */
    private static StatusReport timeless(StatusReport report) {
        return new StatusReport(
                report.status(), report.reported(), report.errorCode(), report.info(), report.vendorErrorCode(), null);
    }

    static ChargePointFacts evolve(ChargePointFacts facts, ChargePointEvent event) {
        return switch (event) {
            case ChargePointRegistered registered ->
                new ChargePointFacts(
                        registered,
                        registered.tariff(),
                        facts.connection(),
                        facts.node(),
                        facts.lastBoot(),
                        facts.connectors());
            case TariffAssigned assigned -> facts.with(assigned.tariff());
            case ChargePointConnected connected -> facts.connectedBy(connected.connection(), connected.node());
            case ChargePointDisconnected disconnected -> facts.connectedBy(null, null);
            case ChargePointBooted booted -> facts.booted(booted.receipt());
            case ConnectorStatusChanged changed ->
                facts.with(changed.connector().value(), changed.status());
        };
    }
}
