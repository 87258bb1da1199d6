package io.voltledger.ocpp;

import io.micrometer.core.instrument.MeterRegistry;
import io.voltledger.api.admission.SecurityProfile;
import io.voltledger.ocpp.messages.MessageLog;
import io.voltledger.ocpp.quirk.QuirkCatalogue;
import io.voltledger.ocpp.quirk.StationQuirks;
import io.voltledger.ocpp.security.IdentityCheck;
import io.voltledger.ocpp.security.RateLimit;
import io.voltledger.ocpp.socket.Admission;
import io.voltledger.ocpp.socket.Aftermath;
import io.voltledger.ocpp.socket.Connections;
import io.voltledger.ocpp.socket.LostOrders;
import io.voltledger.ocpp.socket.LostStations;
import io.voltledger.ocpp.socket.OcppServer;
import io.voltledger.ocpp.socket.OrderReports;
import io.voltledger.ocpp.socket.StationOrders;
import io.voltledger.ocpp.station.StationCommands;
import io.voltledger.ocpp.v16.Ocpp16;
import io.voltledger.ocpp.v201.Ocpp201;
import io.voltledger.runtime.Callers;
import io.voltledger.runtime.guess.Guesses;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the gateway together. */
@Configuration(proxyBeanMethods = false)
class OcppGatewayConfiguration {

    @Bean
    MessageLog messageLog(OcppSettings settings, Clock clock, MeterRegistry metrics) {
        return new MessageLog(settings.messages(), settings.node(), clock, metrics);
    }

    @Bean
    OcppGateway ocppGateway(
            OcppSettings settings,
            CommandGateway commandGateway,
            CommandBus commandBus,
            QueryGateway queryGateway,
            MessageLog messages,
            Callers callers,
            Clock clock) {
        Executor dispatcher = callers.counted(Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("ocpp-", 0).factory()));
        StationCommands commands =
                new StationCommands(commandGateway, dispatcher, settings.commandTimeout(), settings.factPatience());
        Admission admission = new Admission(
                commands,
                dispatcher,
                clock,
                settings.node(),
                settings.unknownStations(),
                settings.zone(),
                new IdentityCheck(
                        SecurityProfile.of(settings.securityProfile()),
                        new Guesses("stations", settings.limits().guesses(), clock)),
                new RateLimit(settings.limits().refusalsPerMinute(), clock));
        Connections connections = new Connections();
        Ocpp16 ocpp16 = new Ocpp16(commands, clock, settings.heartbeatInterval(), settings.transactionSecret());
        OrderReports reports = new OrderReports(commands, clock);
        Ocpp201 ocpp201 = new Ocpp201(commands, clock, settings.heartbeatInterval());
        QuirkCatalogue catalogue = new QuirkCatalogue(queryGateway);
        StationQuirks quirks = new StationQuirks(catalogue, queryGateway);
        OcppServer server = new OcppServer(
                settings.sockets(), List.of(ocpp16, ocpp201), admission, connections, reports, quirks, messages, clock);
        Aftermath aftermath = new Aftermath(
                List.of(
                        new LostOrders(queryGateway, reports, settings.node()),
                        new LostStations(queryGateway, connections, commands, settings.node(), clock)),
                clock,
                settings.aftermathInterval());
        return new OcppGateway(
                settings, server, new StationOrders(connections, reports), aftermath, catalogue, messages, commandBus);
    }
}
