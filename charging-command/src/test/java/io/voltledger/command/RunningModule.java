package io.voltledger.command;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.voltledger.api.Energy;
import io.voltledger.api.Receipt;
import io.voltledger.api.chargepoint.ConnectorId;
import io.voltledger.api.chargepoint.StationId;
import io.voltledger.api.session.SessionCommand.StartSession;
import io.voltledger.api.session.SessionCommand.StopSession;
import io.voltledger.api.session.SessionId;
import io.voltledger.api.token.IdToken;
import java.time.Instant;
import java.util.List;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/**
 * The module as it runs, over its REST and its commands, on a node of its own. All classes of tests share one: each test has
 * stations, tokens and tariffs of its own.
 */
@SpringBootTest
@Import({OwnNode.class, ProviderCalls.class})
abstract class RunningModule {

    static final Instant START = Instant.parse("2026-11-21T01:00:00Z");

    @Autowired
    CommandGateway commands;

    @Autowired
    EventStore store;

    MockMvc http = MockMvcBuilders.standaloneSetup().build();

    @BeforeEach
    void speakHttp(@Autowired WebApplicationContext context) {
        http = MockMvcBuilders.webAppContextSetup(context).build();
    }

    <E> List<E> events(String aggregate, Class<E> type) {
        return store.readEvents(aggregate, 0)
                .asStream()
                .map(DomainEventMessage::getPayload)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    void publishTariff(String id, String price) throws Exception {
        http.perform(json(post("/api/tariffs/{id}/versions", id), content(price)))
                .andExpect(status().isCreated());
    }

    /** Of a tariff by energy alone. */
    static String content(String price) {
        return """
                {"name": "flat", "currency": "KRW", "zone": "Asia/Seoul", "taxIncluded": true, "elements":
                 [{"priceComponents": [{"type": "ENERGY", "price": %s, "vat": 10, "stepSize": 1}]}]}
                """.formatted(price);
    }

    ResultActions register(String station, String tariff) throws Exception {
        return http.perform(json(
                post("/api/charge-points"),
                "{\"id\": \"%s\", \"name\": \"Seoul 1\", \"zone\": \"Asia/Seoul\", \"tariff\": \"%s\"}"
                        .formatted(station, tariff)));
    }

    ResultActions issueToken(String token) throws Exception {
        return http.perform(json(post("/api/tokens"), "{\"id\": \"%s\", \"member\": \"M1\"}".formatted(token)));
    }

    static MockHttpServletRequestBuilder json(MockHttpServletRequestBuilder request, String body) {
        return request.contentType(MediaType.APPLICATION_JSON).content(body);
    }

    static StartSession start(SessionId session, String station, String token) {
        return new StartSession(
                session,
                new StationId(station),
                new ConnectorId(1),
                new IdToken(token),
                Energy.wh(1_000),
                START,
                List.of(),
                new Receipt("start", START));
    }

    static StopSession stop(SessionId session, String station, Energy meterStop) {
        Instant at = START.plusSeconds(3_720);
        return new StopSession(
                session,
                new StationId(station),
                null,
                meterStop,
                at,
                "Local",
                List.of(),
                List.of(),
                new Receipt("stop", at));
    }
}
