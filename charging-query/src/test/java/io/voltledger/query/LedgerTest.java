package io.voltledger.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.voltledger.api.member.MemberId;
import io.voltledger.query.history.Charge;
import io.voltledger.query.history.History;
import io.voltledger.query.history.PaidIn;
import io.voltledger.query.history.Town;
import io.voltledger.query.history.Town.Driver;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The books of one charge that points and a card paid together. */
class LedgerTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private static Platform platform;
    private static int facts;

    @BeforeAll
    static void start() {
        platform = Platform.start("ledger");
        History history = new History();
        Town town = new Town(history);
        town.tariff(NOON);
        Driver driver = town.driver("M-1", "TAG-1", 1_000, NOON);
        new Charge(history, town.station("CP-1", "One", NOON), 42, 1, driver, NOON.plusSeconds(100))
                .start()
                .meter(Duration.ofMinutes(10), 10_000, 7_000)
                .stop(Duration.ofMinutes(20))
                .bill(Duration.ofMinutes(21))
                .open()
                .hold(1_000)
                .request()
                .decline()
                .release()
                .hold(1_000)
                .request()
                .approve()
                .refund("goodwill", 500);
        new PaidIn(history, new MemberId("M-2"), 5_000, NOON.plusSeconds(9_000))
                .complete("k1")
                .close()
                .sendBack("k2");
        facts = history.facts().size();
        platform.record(history.facts());
        platform.awaitProjections();
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    void booksRevenueVatAndWhereTheMoneyIs() {
        JsonNode accounts = Http.json(platform, "/api/ledger/trial-balance").path("accounts");
        assertThat(balance(accounts, "revenue:charging")).isEqualTo(-2_920);
        assertThat(balance(accounts, "vat:output")).isEqualTo(-292);
        assertThat(balance(accounts, "clearing:provider")).isEqualTo(6_712);
        assertThat(balance(accounts, "points:issued")).isEqualTo(1_000);
        assertThat(balance(accounts, "clearing:card")).isZero();
        assertThat(balance(accounts, "clearing:wallet")).isZero();
        assertThat(balance(accounts, "member:M-1:receivable")).isEqualTo(500);
        assertThat(balance(accounts, "member:M-1:available")).isZero();
        assertThat(balance(accounts, "member:M-1:held")).isZero();
    }

    @Test
    void showsWhatWasPaidIntoAWalletAndWhatWentBack() {
        JsonNode accounts = Http.json(platform, "/api/ledger/trial-balance").path("accounts");
        assertThat(balance(accounts, "clearing:top-up")).isZero();
        assertThat(balance(accounts, "member:M-2:available")).isEqualTo(-5_000);
        JsonNode topUps = Http.json(platform, "/api/top-ups?member=M-2").path("items");
        assertThat(StreamSupport.stream(topUps.spliterator(), false)
                        .map(topUp -> topUp.path("state").asString()))
                .containsExactly("RETURNED", "COMPLETED");
        assertThat(topUps.at("/0/problem").asString()).isEqualTo("wallet-closed: The wallet is closed");
        assertThat(Http.json(platform, "/api/top-ups/M-2~k1")
                        .path("providerKey")
                        .asString())
                .isEqualTo("pay-k1");
        JsonNode wallet = Http.json(platform, "/api/wallets/M-2");
        assertThat(wallet.at("/available/amount").asLong()).isEqualTo(5_000);
        assertThat(wallet.path("closedAt").asString()).isNotBlank();
        assertThat(Http.get(platform, "/wallets/M-2").body()).contains("nothing new comes in", "wallet-closed");
    }

    @Test
    void balancesAtEveryPosition() {
        for (int position = 0; position <= facts; position++) {
            JsonNode then = Http.json(platform, "/api/ledger/trial-balance?position=" + position);
            assertThat(then.path("balanced").asBoolean())
                    .as("position %d", position)
                    .isTrue();
        }
    }

    @Test
    void drawsTheBooksAsTheyStoodAtATime() {
        JsonNode before = Http.json(platform, "/api/ledger/trial-balance?at=" + NOON.plusSeconds(10));
        assertThat(before.path("accounts")).hasSize(2);
        assertThat(balance(before.path("accounts"), "member:M-1:available")).isEqualTo(-1_000);
    }

    @Test
    void listsAccountsByPrefixPageByPage() {
        JsonNode first = Http.json(platform, "/api/ledger/accounts?prefix=member:M-1:&limit=2");
        assertThat(first.path("items")).hasSize(2);
        assertThat(first.at("/items/0/kind").asString()).isEqualTo("LIABILITY");
        JsonNode rest = Http.json(
                platform,
                "/api/ledger/accounts?prefix=member:M-1:&limit=2&cursor="
                        + first.path("next").asString());
        assertThat(rest.path("items")).hasSize(1);
        assertThat(rest.at("/items/0/account").asString()).isEqualTo("member:M-1:receivable");
        assertThat(Http.json(platform, "/api/ledger/accounts?prefix=member_M").path("items"))
                .isEmpty();
    }

    @Test
    void listsWhatABillWasBookedBy() {
        JsonNode entries =
                Http.json(platform, "/api/ledger/postings?bill=CP-1:42").path("items");
        assertThat(StreamSupport.stream(entries.spliterator(), false)
                        .map(entry -> entry.path("type").asString()))
                .containsExactly(
                        "RefundPartReturned",
                        "PaymentApplied",
                        "HoldCaptured",
                        "PaymentApplied",
                        "PaymentApproved",
                        "FundsHeld",
                        "HoldReleased",
                        "FundsHeld",
                        "BillOpened");
        assertThat(entries.at("/8/postings")).hasSize(3);
        assertThat(Http.json(platform, "/api/ledger/postings?account=vat:output")
                        .at("/items"))
                .hasSize(1);
    }

    @Test
    void showsWhatWasGivenBackAndWhoAgreed() {
        JsonNode refund = Http.json(platform, "/api/refunds/CP-1:42~goodwill");
        assertThat(refund.path("state").asString()).isEqualTo("COMPLETED");
        assertThat(refund.path("requestedBy").asString()).isEqualTo("kim");
        assertThat(refund.path("decidedBy").asString()).isEqualTo("lee");
        assertThat(refund.at("/returned/amount").asLong()).isEqualTo(500);
        assertThat(refund.at("/parts/0/source").asString()).isEqualTo("CARD");
        assertThat(Http.json(platform, "/api/refunds?bill=CP-1:42&state=COMPLETED")
                        .path("items"))
                .hasSize(1);
        assertThat(Http.json(platform, "/api/refunds?state=FAILED").path("items"))
                .isEmpty();
    }

    private static long balance(JsonNode accounts, String name) {
        return StreamSupport.stream(accounts.spliterator(), false)
                .filter(account -> account.path("account").asString().equals(name))
                .findFirst()
                .orElseThrow()
                .at("/balance/amount")
                .asLong();
    }
}
