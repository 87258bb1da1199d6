package io.voltledger.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.voltledger.api.ContextKeys;
import io.voltledger.api.Energy;
import io.voltledger.api.Money;
import io.voltledger.api.Receipt;
import io.voltledger.api.Rejection;
import io.voltledger.api.billing.BillCommand.CorrectBill;
import io.voltledger.api.billing.BillCommand.OpenBill;
import io.voltledger.api.billing.BillEvent.BillOpened;
import io.voltledger.api.billing.BillEvent.CreditNoteIssued;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.billing.BillSeries;
import io.voltledger.api.billing.BillSeriesCommand.GiveNumber;
import io.voltledger.api.billing.BillSeriesEvent.NumberGiven;
import io.voltledger.api.chargepoint.CertificateRequestCommand.RequestCertificate;
import io.voltledger.api.chargepoint.CertificateRequestId;
import io.voltledger.api.chargepoint.ChargePointCommand.ConnectStation;
import io.voltledger.api.chargepoint.ConnectorId;
import io.voltledger.api.chargepoint.StationAnswer.Outcome;
import io.voltledger.api.chargepoint.StationCommandEvent.StationCommandEnded;
import io.voltledger.api.chargepoint.StationCommandId;
import io.voltledger.api.chargepoint.StationCommandMessage.CheckForStation;
import io.voltledger.api.chargepoint.StationCommandMessage.SendToStation;
import io.voltledger.api.chargepoint.StationId;
import io.voltledger.api.dunning.DunningCommand.AdvanceDunning;
import io.voltledger.api.dunning.DunningCommand.EndDunning;
import io.voltledger.api.dunning.DunningStage;
import io.voltledger.api.dunning.StandingId;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.pricing.TariffChoice;
import io.voltledger.api.pricing.TariffRuleId;
import io.voltledger.api.rerating.RerateEvent.CorrectionsOrdered;
import io.voltledger.api.session.Anomaly;
import io.voltledger.api.session.MeterReading;
import io.voltledger.api.session.SampledValue;
import io.voltledger.api.session.SessionCommand.RecordMeter;
import io.voltledger.api.session.SessionCommand.StartSession;
import io.voltledger.api.session.SessionCommand.StopSession;
import io.voltledger.api.session.SessionEvent.EnergyMetered;
import io.voltledger.api.session.SessionEvent.SessionStarted;
import io.voltledger.api.session.SessionEvent.SessionStopped;
import io.voltledger.api.session.SessionId;
import io.voltledger.api.session.SessionQuery.ListSessions;
import io.voltledger.api.session.SessionQuery.SessionPage;
import io.voltledger.api.session.SessionState;
import io.voltledger.api.session.SessionView;
import io.voltledger.api.session.StartOutcome;
import io.voltledger.api.tariff.TariffEvent.TariffVersionPublished;
import io.voltledger.api.tariff.TariffId;
import io.voltledger.api.tariff.TariffQuery.FindTariff;
import io.voltledger.api.tariff.TariffView;
import io.voltledger.api.token.Authorization;
import io.voltledger.api.token.AuthorizationStatus;
import io.voltledger.api.token.IdToken;
import io.voltledger.api.token.TokenCommand.AuthorizeToken;
import io.voltledger.api.token.TokenCommand.IssueToken;
import io.voltledger.api.topup.TopUpEvent.TopUpRequested;
import io.voltledger.node.AxonServerNode;
import io.voltledger.node.NodeSettings;
import io.voltledger.runtime.CommandRejected;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.caching.Cache;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryBus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The module as it runs, over its REST and its commands, on a node of its own. */
@SpringBootTest
class ChargingCommandApplicationTest {

    private static final Instant START = Instant.parse("2026-11-21T01:00:00Z");

    @TempDir
    private static Path data = Path.of("");

    private static @Nullable AxonServerNode node;

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private CommandGateway commands;

    @Autowired
    private CommandBus commandBus;

    @Autowired
    private QueryBus queryBus;

    @Autowired
    private EventStore store;

    @Autowired
    private Cache sessionCache;

    private MockMvc http = MockMvcBuilders.standaloneSetup().build();

    @DynamicPropertySource
    static void startNode(DynamicPropertyRegistry settings) {
        AxonServerNode started = AxonServerNode.start(NodeSettings.in(data).withPorts(0, 0));
        node = started;
        settings.add("axon.axonserver.servers", () -> "127.0.0.1:" + started.grpcPort());
    }

    @AfterAll
    static void stopNode(@Autowired AxonServerConnectionManager connections) {
        connections.shutdown();
        Objects.requireNonNull(node).close();
    }

    @BeforeEach
    void speakHttp() {
        http = MockMvcBuilders.webAppContextSetup(context).build();
    }

    @Test
    void chargesFromPlugToBillByTheTariffThatHeldAtStart() throws Exception {
        publishTariff("chain", "300");
        register("CP-CHAIN", "chain").andExpect(status().isCreated());
        issueToken("04C0FFEE").andExpect(status().isCreated());
        SessionId session = new SessionId("CP-CHAIN:1");

        StartOutcome outcome = commands.sendAndWait(start(session, "CP-CHAIN", "04C0FFEE"));
        assertThat(outcome.authorization().status()).isEqualTo(AuthorizationStatus.ACCEPTED);
        assertThat(commands.<StartOutcome>sendAndWait(start(session, "CP-CHAIN", "04C0FFEE")))
                .isEqualTo(outcome);

        publishTariff("chain", "900");
        for (int minute = 1; minute <= 60; minute++) {
            commands.sendAndWait(meter(session, "CP-CHAIN", minute));
        }
        Awaitility.await().until(() -> beginsWithSnapshot(session));
        sessionCache.removeAll();
        commands.sendAndWait(meter(session, "CP-CHAIN", 61));
        commands.sendAndWait(stop(session, "CP-CHAIN", Energy.wh(7_200)));

        assertThat(events(session.toString(), EnergyMetered.class).getLast())
                .satisfies(event -> assertThat(event.energy()).isEqualTo(Energy.wh(6_100)))
                .satisfies(event -> assertThat(event.cost()).isNotNull());
        SessionStopped stopped =
                events(session.toString(), SessionStopped.class).getLast();
        assertThat(stopped.reviewReasons()).isEmpty();
        assertThat(stopped.energy()).isEqualTo(Energy.wh(6_200));

        BillId bill = BillId.of(session);
        commands.sendAndWait(new OpenBill(
                bill,
                session,
                stopped.authorization().member(),
                stopped.token(),
                stopped.tariff(),
                stopped.periods(),
                stopped.reviewReasons(),
                START.plusSeconds(4_000)));
        assertThat(events(bill.toString(), BillOpened.class))
                .singleElement()
                .satisfies(
                        opened -> assertThat(opened.totals().gross().amount()).isEqualTo(1_860));
        http.perform(post("/api/bills/{id}/payment-requests", bill.value())).andExpect(status().isAccepted());
    }

    @Test
    void draftsPublishesQuotesAndRetiresATariff() throws Exception {
        String faulty = content("-1");
        http.perform(json(put("/api/tariffs/{id}/draft", "life"), faulty))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.faults[0].element").value("elements[0].priceComponents[0].price"));
        http.perform(post("/api/tariffs/{id}/draft/publish", "life"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.code").value("tariff-invalid"))
                .andExpect(jsonPath("$.detail").value("elements[0].priceComponents[0].price: is negative"));
        http.perform(json(put("/api/tariffs/{id}/draft", "life"), content("300")))
                .andExpect(status().isOk());
        http.perform(get("/api/tariffs/{id}/draft", "life"))
                .andExpect(jsonPath("$.faults").isEmpty());
        http.perform(post("/api/tariffs/{id}/draft/publish", "life"))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.version").value(1));
        http.perform(get("/api/tariffs/quote").param("tariff", "life").param("energy", "10000"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.totals.gross.amount").value(3_000));
        http.perform(json(post("/api/tariffs/{id}/retire", "life"), "{\"reason\": \"over\"}"))
                .andExpect(status().isNoContent());
        http.perform(get("/api/tariffs/quote").param("tariff", "life").param("energy", "10000"))
                .andExpect(status().isNotFound());
    }

    @Test
    void namesAnUnknownZone() throws Exception {
        http.perform(json(
                        post("/api/tariffs/{id}/versions", "life"),
                        content("300").replace("Asia/Seoul", "Asia/Soul")))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("invalid-request"))
                .andExpect(jsonPath("$.detail").value(containsString("zone")));
    }

    @Test
    void startsASessionWithTheTariffOfTheRuleThatHolds() throws Exception {
        publishTariff("ruled-station", "300");
        publishTariff("ruled-fleet", "200");
        register("CP-RULED", "ruled-station").andExpect(status().isCreated());
        issueToken("RULED").andExpect(status().isCreated());
        http.perform(json(put("/api/tariff-rules/{id}", "fleet"), """
                        {"tariff": "ruled-fleet", "priority": 1, "station": "CP-RULED", "group": "RULED"}
                        """)).andExpect(status().isOk());
        http.perform(get("/api/tariff-rules"))
                .andExpect(jsonPath("$.items[0].id").value("fleet"));
        http.perform(get("/api/tariffs/quote")
                        .param("station", "CP-RULED")
                        .param("token", "RULED")
                        .param("energy", "10000"))
                .andExpect(jsonPath("$.tariff").value("ruled-fleet"))
                .andExpect(jsonPath("$.choice.rule").value("fleet"));

        SessionId session = new SessionId("CP-RULED:1");
        commands.sendAndWait(start(session, "CP-RULED", "RULED"));
        assertThat(events(session.toString(), SessionStarted.class).getFirst().tariffChoice())
                .isEqualTo(new TariffChoice(
                        TariffChoice.Reason.RULE, new TariffRuleId("fleet"), "station CP-RULED, group RULED"));

        http.perform(delete("/api/tariff-rules/{id}", "fleet")).andExpect(status().isNoContent());
        http.perform(delete("/api/tariff-rules/{id}", "fleet")).andExpect(status().isNotFound());
    }

    @Test
    void numbersBillsWithoutGapUnderSixteenThreadsThatAskTwice() throws Exception {
        BillSeries series = BillSeries.of("TEST", 2026);
        List<Long> numbers = new CopyOnWriteArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            for (int ask = 0; ask < 320; ask++) {
                GiveNumber command = new GiveNumber(series, new BillId("N:" + ask / 2), null, START);
                var unused = threads.submit(() -> numbers.add(commands.<Long>sendAndWait(command)));
            }
        }
        assertThat(numbers).hasSize(320);
        assertThat(Set.copyOf(numbers))
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, 160).boxed().toList());
        assertThat(store.readEvents(series.toString(), 0).asStream().map(event -> (NumberGiven) event.getPayload()))
                .extracting(NumberGiven::number)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 160).boxed().toList());
    }

    @Test
    void refusesEveryTokenOfASuspendedMemberAndLeavesTheLiveSessionAlone() throws Exception {
        publishTariff("dunned", "300");
        register("CP-DUNNED", "dunned").andExpect(status().isCreated());
        MemberId member = new MemberId("dunned-member");
        IdToken charging = new IdToken("DUNNED-1");
        IdToken other = new IdToken("DUNNED-2");
        commands.sendAndWait(new IssueToken(charging, member, null, null, START));
        commands.sendAndWait(new IssueToken(other, member, null, null, START));
        SessionId session = new SessionId("CP-DUNNED:1");
        commands.sendAndWait(start(session, "CP-DUNNED", "DUNNED-1"));
        StandingId standing = new StandingId(member);
        BillId bill = new BillId("CP-DUNNED:0");
        commands.sendAndWait(
                new AdvanceDunning(standing, bill, session, DunningStage.SUSPENDED, Money.of(12_100, "KRW"), START));

        for (IdToken token : List.of(charging, other)) {
            assertThat(authorize(token)).isEqualTo(AuthorizationStatus.BLOCKED);
        }
        commands.sendAndWait(stop(session, "CP-DUNNED", Energy.wh(11_000)));
        assertThat(events(session.toString(), SessionStopped.class))
                .singleElement()
                .satisfies(stopped ->
                        assertThat(stopped.authorization().status()).isEqualTo(AuthorizationStatus.ACCEPTED));

        commands.sendAndWait(new EndDunning(standing, bill, session, START));
        assertThat(authorize(other)).isEqualTo(AuthorizationStatus.ACCEPTED);
    }

    private AuthorizationStatus authorize(IdToken token) {
        return commands.<Authorization>sendAndWait(new AuthorizeToken(token, new StationId("CP-DUNNED"), START))
                .status();
    }

    @Test
    void asksForATopUpOnceAndRefusesCreditsThatPretendToBeOne() throws Exception {
        String topUp = "{\"key\": \"k1\", \"amount\": {\"amount\": 5000, \"currency\": \"KRW\"}}";
        for (int times = 0; times < 2; times++) {
            http.perform(json(post("/api/wallets/{member}/top-ups", "payer"), topUp))
                    .andExpect(status().isCreated())
                    .andExpect(jsonPath("$.id").value("payer~k1"));
        }
        assertThat(events("top-up/payer~k1", TopUpRequested.class)).hasSize(1);
        String credit =
                "{\"creditId\": \"top-up/payer~k1\", \"amount\": {\"amount\": 5000, \"currency\": \"KRW\"}, \"source\": \"TOP_UP\"}";
        http.perform(json(post("/api/wallets/{member}/credits", "payer"), credit))
                .andExpect(status().isBadRequest());
    }

    @Test
    void releasesAParkedBillAndCreditsAPartOfIt() throws Exception {
        publishTariff("parked", "300");
        register("CP-PARK", "parked").andExpect(status().isCreated());
        issueToken("PARKED").andExpect(status().isCreated());
        SessionId session = new SessionId("CP-PARK:1");
        commands.sendAndWait(start(session, "CP-PARK", "PARKED"));
        commands.sendAndWait(stop(session, "CP-PARK", Energy.wh(11_000)));
        SessionStopped stopped =
                events(session.toString(), SessionStopped.class).getLast();
        BillId bill = BillId.of(session);
        commands.sendAndWait(new OpenBill(
                bill, session, stopped.authorization().member(), null, null, List.of(), List.of("look"), START));

        http.perform(json(post("/api/bills/{id}/release", bill.value()), "{\"reason\": \"looked\"}"))
                .andExpect(status().isNoContent());
        assertThat(events(bill.toString(), BillOpened.class))
                .singleElement()
                .satisfies(
                        opened -> assertThat(opened.totals().gross().amount()).isEqualTo(3_000));
        String credit = "{\"amount\": {\"amount\": 1100, \"currency\": \"KRW\"}, \"reason\": \"cable\"}";
        for (int times = 0; times < 2; times++) {
            http.perform(json(put("/api/bills/{id}/credit-notes/{note}", bill.value(), "N1"), credit))
                    .andExpect(status().isNoContent());
        }
        assertThat(events(bill.toString(), CreditNoteIssued.class))
                .singleElement()
                .satisfies(note -> assertThat(note.totals().vat().amount()).isEqualTo(100));
        http.perform(json(
                        put("/api/bills/{id}/credit-notes/{note}", bill.value(), "N2"), credit.replace("1100", "1901")))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.code").value("credit-exceeds-bill"));
    }

    @Test
    void numbersBillsWithoutGapThoughSixteenAskAtOnce() throws Exception {
        BillSeries series = BillSeries.of("RACE", 2026);
        List<BillId> bills = IntStream.range(0, 160)
                .mapToObj(number -> new BillId("RACE:" + number % 80)) // each asks twice
                .toList();
        List<Long> numbers = new CopyOnWriteArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            bills.forEach(one -> threads.execute(
                    () -> numbers.add(commands.<Long>sendAndWait(new GiveNumber(series, one, null, START)))));
        }
        assertThat(numbers).hasSize(160);
        assertThat(Set.copyOf(numbers))
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, 80).boxed().toList());
        assertThat(store.readEvents(series.toString(), 0).asStream().map(DomainEventMessage::getPayload))
                .extracting(event -> ((NumberGiven) event).number())
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 80).boxed().toList());
    }

    @Test
    void reratesPastSessionsOnceForEachRun() throws Exception {
        publishTariff("rerated", "300");
        register("CP-RERATE", "rerated").andExpect(status().isCreated());
        issueToken("RERATED").andExpect(status().isCreated());
        SessionId session = new SessionId("CP-RERATE:1");
        commands.sendAndWait(start(session, "CP-RERATE", "RERATED"));
        commands.sendAndWait(stop(session, "CP-RERATE", Energy.wh(11_000)));
        SessionStopped stopped =
                events(session.toString(), SessionStopped.class).getLast();
        BillId bill = BillId.of(session);
        commands.sendAndWait(new OpenBill(
                bill,
                session,
                stopped.authorization().member(),
                stopped.token(),
                stopped.tariff(),
                stopped.periods(),
                List.of(),
                START));
        publishTariff("rerated", "200");
        TariffVersionPublished corrected =
                events("tariff/rerated", TariffVersionPublished.class).getLast();
        queryBus.subscribe(
                FindTariff.class.getName(),
                ResponseTypes.optionalInstanceOf(TariffView.class).getExpectedResponseType(),
                query -> new TariffView(
                        corrected.tariff(), corrected.version(), corrected.content(), corrected.publishedAt(), null));
        queryBus.subscribe(
                ListSessions.class.getName(),
                SessionPage.class,
                query -> new SessionPage(List.of(view(stopped)), null));

        String time = "\"from\": \"2026-01-01T00:00:00Z\", \"to\": \"2027-01-01T00:00:00Z\"";
        http.perform(json(post("/api/tariffs/rerated/rerate"), "{" + time + "}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.sessions[0].outcome").value("CREDIT"))
                .andExpect(jsonPath("$.difference.amount").value(-1_000));
        http.perform(json(post("/api/tariffs/rerated/what-if"), "{" + time + "}"))
                .andExpect(jsonPath("$.rerated.amount").value(2_000));
        assertThat(events(bill.toString(), CreditNoteIssued.class)).isEmpty();

        for (int times = 0; times < 2; times++) {
            http.perform(json(post("/api/tariffs/rerated/rerate"), "{" + time + ", \"apply\": true, \"run\": \"R1\"}"))
                    .andExpect(status().isAccepted())
                    .andExpect(jsonPath("$.credits.amount").value(1_000));
        }
        CorrectionsOrdered order =
                events("rerating/rerated~R1", CorrectionsOrdered.class).getFirst();
        assertThat(events("rerating/rerated~R1", CorrectionsOrdered.class)).hasSize(1);
        for (int times = 0; times < 2; times++) {
            order.bills().forEach(one -> commands.sendAndWait(new CorrectBill(one, "R1", order.tariff(), START)));
        }
        assertThat(events(bill.toString(), CreditNoteIssued.class))
                .singleElement()
                .satisfies(note -> assertThat(note.totals().gross().amount()).isEqualTo(1_000));
        http.perform(json(post("/api/tariffs/rerated/rerate"), "{" + time + "}"))
                .andExpect(jsonPath("$.sessions[0].outcome").value("SAME"));
        http.perform(json(post("/api/tariffs/rerated/rerate"), "{" + time + ", \"apply\": true}"))
                .andExpect(status().isBadRequest());
    }

    private static SessionView view(SessionStopped stopped) {
        return new SessionView(
                stopped.session(),
                stopped.station(),
                stopped.connector(),
                stopped.token(),
                stopped.authorization().member(),
                stopped.authorization().status(),
                SessionState.STOPPED,
                null,
                stopped.energy(),
                null,
                null,
                stopped.meterStart(),
                stopped.meterStop(),
                stopped.startedAt(),
                stopped.stoppedAt(),
                stopped.reason(),
                new TariffId("rerated"),
                1,
                false,
                List.of(),
                List.of(),
                null,
                null,
                null,
                START);
    }

    @Test
    void answersAnUnknownTokenWithoutOpeningAStream() {
        Authorization answer =
                commands.sendAndWait(new AuthorizeToken(new IdToken("NOBODY"), new StationId("CP-1"), START));
        assertThat(answer).isEqualTo(Authorization.UNKNOWN_TOKEN);
        assertThat(store.readEvents("token/NOBODY").hasNext()).isFalse();
    }

    @Test
    void flagsATokenThatChargesElsewhereUntilItIsFree() throws Exception {
        issueToken("BUSY").andExpect(status().isCreated());
        SessionId first = new SessionId("CP-A:1");
        assertThat(statusOf(start(first, "CP-A", "BUSY"))).isEqualTo(AuthorizationStatus.ACCEPTED);

        assertThat(statusOf(start(new SessionId("CP-B:2"), "CP-B", "BUSY")))
                .isEqualTo(AuthorizationStatus.CONCURRENT_TX);
        assertThat(statusOf(start(first, "CP-A", "BUSY"))).isEqualTo(AuthorizationStatus.ACCEPTED);
        assertThat(authorize("BUSY")).isEqualTo(AuthorizationStatus.ACCEPTED);
        assertThat(events("CP-B:2", SessionStarted.class).getFirst().anomalies())
                .extracting(Anomaly::code)
                .containsExactly(Anomaly.Code.TOKEN_NOT_ACCEPTED);

        commands.sendAndWait(stop(new SessionId("CP-B:2"), "CP-B", Energy.wh(1_000)));
        commands.sendAndWait(stop(first, "CP-A", Energy.wh(1_000)));
        assertThat(statusOf(start(new SessionId("CP-B:3"), "CP-B", "BUSY"))).isEqualTo(AuthorizationStatus.ACCEPTED);
    }

    @Test
    void takesAStartAtTheSameConnectorForTheEndOfTheOneBefore() throws Exception {
        issueToken("AGAIN").andExpect(status().isCreated());
        statusOf(start(new SessionId("CP-C:1"), "CP-C", "AGAIN"));

        assertThat(statusOf(start(new SessionId("CP-C:2"), "CP-C", "AGAIN"))).isEqualTo(AuthorizationStatus.ACCEPTED);
    }

    @Test
    void noticesATokenThatChargesInTwoPlacesWhoeverIsFaster() throws Exception {
        issueToken("RACE").andExpect(status().isCreated());
        List<CompletableFuture<StartOutcome>> starts = IntStream.range(0, 6)
                .mapToObj(i -> commands.<StartOutcome>send(start(new SessionId("CP-R" + i + ":1"), "CP-R" + i, "RACE")))
                .toList();

        assertThat(starts.stream().map(start -> start.join().authorization().status()))
                .containsOnlyOnce(AuthorizationStatus.ACCEPTED)
                .filteredOn(AuthorizationStatus.CONCURRENT_TX::equals)
                .hasSize(5);
    }

    @Test
    void barsAGroupWithItsParent() throws Exception {
        issueToken("PARENT").andExpect(status().isCreated());
        http.perform(json(post("/api/tokens"), "{\"id\": \"CHILD\", \"member\": \"M1\", \"parent\": \"parent\"}"))
                .andExpect(status().isCreated());
        assertThat(authorize("CHILD")).isEqualTo(AuthorizationStatus.ACCEPTED);

        http.perform(json(post("/api/tokens/PARENT/block"), "{\"reason\": \"left\"}"));

        assertThat(authorize("CHILD")).isEqualTo(AuthorizationStatus.BLOCKED);
    }

    private AuthorizationStatus statusOf(StartSession start) {
        return commands.<StartOutcome>sendAndWait(start).authorization().status();
    }

    private AuthorizationStatus authorize(String token) {
        AuthorizeToken question = new AuthorizeToken(new IdToken(token), new StationId("CP-1"), START);
        return commands.<Authorization>sendAndWait(question).status();
    }

    @Test
    void namesWhatIsWrongInProblems() throws Exception {
        http.perform(json(post("/api/charge-points"), "{\"id\": \" \", \"name\": \"x\", \"zone\": \"UTC\"}"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code", is("invalid-request")));
        http.perform(json(put("/api/charge-points/NOWHERE/tariff"), "{\"tariff\": \"t\"}"))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code", is("not-found")));
        http.perform(
                        json(
                                post("/api/tariffs/bad/versions"),
                                "{\"name\": \"bad\", \"currency\": \"EUR\", \"zone\": \"UTC\", \"taxIncluded\": false, \"elements\": []}"))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.code", is("tariff-invalid")));
        issueToken("ONCE").andExpect(status().isCreated());
        http.perform(json(post("/api/tokens"), "{\"id\": \"once\", \"member\": \"OTHER\"}"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code", is("already-exists")));
    }

    @Test
    void blocksAndUnblocksATokenAndCreditsAWalletOnce() throws Exception {
        issueToken("BLOCKME").andExpect(header().string("Location", "/api/tokens/BLOCKME"));
        http.perform(json(post("/api/tokens/BLOCKME/block"), "{\"reason\": \"lost\"}"))
                .andExpect(status().isNoContent());
        http.perform(post("/api/tokens/BLOCKME/unblock")).andExpect(status().isNoContent());
        String credit =
                "{\"creditId\": \"c1\", \"amount\": {\"amount\": 5000, \"currency\": \"KRW\"}, \"source\": \"POINTS\"}";
        http.perform(json(post("/api/wallets/M9/credits"), credit)).andExpect(status().isCreated());
        http.perform(json(post("/api/wallets/M9/credits"), credit)).andExpect(status().isCreated());
        assertThat(store.readEvents("wallet/M9").asStream()).hasSize(1);
    }

    @Test
    void sendsNothingToAStationThatNobodyKnows() throws Exception {
        http.perform(json(post("/api/charge-points/CP-NONE/commands/Reset"), "{\"type\": \"Soft\"}"))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code", is("not-found")));
        http.perform(json(post("/api/charge-points/CP-NONE/commands/no-action"), "{}"))
                .andExpect(status().isBadRequest());
        http.perform(json(post("/api/charge-points/CP-NONE/commands/Reset"), "[1]"))
                .andExpect(status().isBadRequest());
    }

    @Test
    void findsAStationThatMovedToAnotherNode() throws Exception {
        register("CP-MOVED", "chain").andExpect(status().isCreated());
        connect("CP-MOVED", "node-gone");
        commandBus.subscribe(CheckForStation.nameAt("node-gone"), message -> {
            connect("CP-MOVED", "node-b");
            return false;
        });
        AtomicReference<CheckForStation> checked = new AtomicReference<>();
        commandBus.subscribe(CheckForStation.nameAt("node-b"), message -> {
            checked.set((CheckForStation) message.getPayload());
            return true;
        });
        AtomicReference<SendToStation> sent = new AtomicReference<>();
        commandBus.subscribe(SendToStation.nameAt("node-b"), message -> {
            sent.set((SendToStation) message.getPayload());
            return true;
        });
        String body = "{\"connectorId\":1, \"limit\": 16.0}";

        String answer = http.perform(json(post("/api/charge-points/CP-MOVED/commands/Anything"), body))
                .andExpect(status().isAccepted())
                .andExpect(header().string("Location", startsWith("/api/station-commands/")))
                .andReturn()
                .getResponse()
                .getContentAsString();

        StationCommandId id = new StationCommandId(JsonPath.read(answer, "$.id"));
        assertThat(checked.get()).isEqualTo(new CheckForStation(new StationId("CP-MOVED"), "Anything", body));
        assertThat(sent.get()).isEqualTo(new SendToStation(id, new StationId("CP-MOVED"), "Anything", body));
        assertThat(store.readEvents(id.toString()).asStream().toList())
                .allSatisfy(event -> assertThat(event.getMetaData()).containsEntry(ContextKeys.ACTOR, "operator:api"))
                .extracting(event -> event.getPayloadType().getSimpleName())
                .containsExactly("StationCommandDispatched", "StationCommandRouted");
    }

    @Test
    void recordsNoCommandThatTheStationCannotBeSent() throws Exception {
        register("CP-16", "chain").andExpect(status().isCreated());
        connect("CP-16", "node-16");
        commandBus.subscribe(CheckForStation.nameAt("node-16"), message -> {
            CheckForStation check = (CheckForStation) message.getPayload();
            throw check.action().equals("Reset")
                    ? new CommandRejected(Rejection.PAYLOAD_INVALID, "type: is missing")
                    : new CommandRejected(Rejection.UNKNOWN_ACTION, "no such operation");
        });
        http.perform(post("/api/charge-points/CP-16/commands/Reset"))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.code", is("payload-invalid")))
                .andExpect(jsonPath("$.detail", is("type: is missing")));
        http.perform(json(post("/api/charge-points/CP-16/commands/GetVariables"), "{}"))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code", is("unknown-action")));
    }

    @Test
    void sendsTheCertificateThatAStationAskedFor() throws Exception {
        register("CP-CERT", "chain").andExpect(status().isCreated());
        StationId station = new StationId("CP-CERT");
        CertificateRequestId request = CertificateRequestId.of(station, "csr");
        connect("CP-CERT", "node-cert");
        AtomicReference<SendToStation> sent = new AtomicReference<>();
        commandBus.subscribe(CheckForStation.nameAt("node-cert"), message -> true);
        commandBus.subscribe(SendToStation.nameAt("node-cert"), message -> {
            sent.set((SendToStation) message.getPayload());
            return true;
        });
        commands.sendAndWait(new RequestCertificate(request, station, "csr", new Receipt("r", START)));
        commands.sendAndWait(new RequestCertificate(request, station, "csr", new Receipt("r2", START)));

        http.perform(json(
                        post("/api/certificate-requests/{id}/certificate", request.value()),
                        "{\"certificateChain\": \"PEM\"}"))
                .andExpect(status().isAccepted())
                .andExpect(header().string("Location", startsWith("/api/station-commands/")));

        assertThat(sent.get().action()).isEqualTo("CertificateSigned");
        assertThat(sent.get().payload()).isEqualTo("{\"certificateChain\":\"PEM\"}");
        http.perform(json(post("/api/certificate-requests/{id}/refuse", request.value()), "{\"reason\": \"too late\"}"))
                .andExpect(status().isConflict());
        assertThat(store.readEvents(request.toString()).asStream().toList())
                .extracting(event -> event.getPayloadType().getSimpleName())
                .containsExactly("CertificateRequested", "CertificateSupplied");
    }

    @Test
    void reportsAStationOffline() throws Exception {
        register("CP-OFF", "chain").andExpect(status().isCreated());
        http.perform(json(post("/api/charge-points/CP-OFF/commands/ClearCache"), "{}"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code", is("station-offline")));
    }

    @Test
    void endsACommandWhoseStationLeftWhileItWasRecorded() throws Exception {
        register("CP-LEFT", "chain").andExpect(status().isCreated());
        connect("CP-LEFT", "node-c");
        AtomicReference<StationCommandId> sent = new AtomicReference<>();
        commandBus.subscribe(CheckForStation.nameAt("node-c"), message -> true);
        commandBus.subscribe(SendToStation.nameAt("node-c"), message -> {
            sent.set(((SendToStation) message.getPayload()).command());
            return false;
        });
        http.perform(json(post("/api/charge-points/CP-LEFT/commands/RemoteStartTransaction"), "{\"idTag\": \"04AB\"}"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code", is("station-offline")));
        assertThat(events(sent.get().toString(), StationCommandEnded.class))
                .singleElement()
                .satisfies(ended -> assertThat(ended.answer().outcome()).isEqualTo(Outcome.OFFLINE));
    }

    private void connect(String station, String node) {
        commands.sendAndWait(new ConnectStation(new StationId(station), node, "socket-" + node, "ocpp1.6", START));
    }

    private boolean beginsWithSnapshot(SessionId session) {
        return store.readEvents(session.toString()).peek().getSequenceNumber() > 0;
    }

    private <E> List<E> events(String aggregate, Class<E> type) {
        return store.readEvents(aggregate)
                .asStream()
                .map(DomainEventMessage::getPayload)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private void publishTariff(String id, String price) throws Exception {
        http.perform(json(post("/api/tariffs/{id}/versions", id), """
                        {"name": "flat", "currency": "KRW", "zone": "Asia/Seoul", "taxIncluded": true, "elements":
                         [{"priceComponents": [{"type": "ENERGY", "price": %s, "vat": 10, "stepSize": 1}]}]}""".formatted(price)))
                .andExpect(status().isCreated());
    }

    private ResultActions register(String station, String tariff) throws Exception {
        return http.perform(json(
                post("/api/charge-points"),
                "{\"id\": \"%s\", \"name\": \"Seoul 1\", \"zone\": \"Asia/Seoul\", \"tariff\": \"%s\"}"
                        .formatted(station, tariff)));
    }

    private ResultActions issueToken(String token) throws Exception {
        return http.perform(json(post("/api/tokens"), "{\"id\": \"%s\", \"member\": \"M1\"}".formatted(token)));
    }

    private static MockHttpServletRequestBuilder json(MockHttpServletRequestBuilder request, String body) {
        return request.contentType(MediaType.APPLICATION_JSON).content(body);
    }

    private static StartSession start(SessionId session, String station, String token) {
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

    private static RecordMeter meter(SessionId session, String station, int minute) {
        Instant at = START.plusSeconds(60L * minute);
        SampledValue value = new SampledValue(
                SampledValue.ENERGY_REGISTER, BigDecimal.valueOf(1_000 + 100L * minute), "Wh", null, null, null);
        return new RecordMeter(
                session,
                new StationId(station),
                new ConnectorId(1),
                List.of(new MeterReading(at, List.of(value))),
                List.of(),
                new Receipt("meter-" + minute, at));
    }

    private static StopSession stop(SessionId session, String station, Energy meterStop) {
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

    private static String content(String price) {
        return """
                {"name": "life", "currency": "KRW", "zone": "Asia/Seoul", "taxIncluded": true, "elements":
                 [{"priceComponents": [{"type": "ENERGY", "price": %s, "vat": 10, "stepSize": 1}]}]}
                """.formatted(price);
    }
}
