package io.voltledger.node;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the node's process while many clients append, store snapshots, schedule events, and contexts come and go; starts it again and looks at what it
 * knows. The system property {@code crash.rounds} says how often.
 */
class CrashTest {

    private static final int CLIENTS = 16;
    private static final int ROUNDS = Integer.getInteger("crash.rounds", 3);
    private static final int ALL_AGAIN = 20;

    @TempDir
    private Path folder;

    private final CrashHistory history = new CrashHistory();
    private final Set<String> created = new HashSet<>();
    private final Set<String> deleted = new HashSet<>();

    private ChildNode start() throws Exception {
        return ChildNode.start(folder.resolve("node"), List.of());
    }

    @Test
    void keepsWhatItAcknowledgedWholeAndInOrderWhenKilled() throws Exception {
        for (var round = 0; round < ROUNDS; round++) {
            try (var node = start()) {
                var events = node.connect("default").eventChannel();
                checkContexts(node);
                if (round % ALL_AGAIN == ALL_AGAIN - 1) {
                    history.checkAll(events);
                } else {
                    history.check(events);
                }
                for (var client = 0; client < CLIENTS; client++) {
                    history.work(events);
                }
                changeContexts(node, round);
                killAfterSomeWork(node);
            }
        }
        assertThat(history.acknowledged()).isPositive();
        checkAtTheEnd();
    }

    private void killAfterSomeWork(ChildNode node) throws InterruptedException {
        var enough = history.acknowledged() + 50 + ThreadLocalRandom.current().nextInt(500);
        await().atMost(60, SECONDS).pollInterval(1, MILLISECONDS).until(() -> history.acknowledged() >= enough);
        node.kill();
    }

    /** Makes a context and deletes the one of the round before. */
    private void changeContexts(ChildNode node, int round) {
        var name = "round-" + round;
        var body = "{\"context\":\"%s\"}".formatted(name);
        assertThat(Http.send("POST", node.httpPort(), "/v1/context", body).statusCode())
                .isEqualTo(202);
        created.add(name);
        var former = "round-" + (round - 1);
        if (created.remove(former)) {
            assertThat(Http.send("DELETE", node.httpPort(), "/v1/context/" + former)
                            .statusCode())
                    .isEqualTo(202);
            deleted.add(former);
        }
    }

    private void checkContexts(ChildNode node) {
        var contexts = Http.get(node.httpPort(), "/v1/public/context").body();
        assertThat(created).allSatisfy(name -> assertThat(contexts).contains("\"" + name + "\""));
        assertThat(deleted).allSatisfy(name -> assertThat(contexts).doesNotContain("\"" + name + "\""));
    }

    private void checkAtTheEnd() throws Exception {
        try (var node = start()) {
            var events = node.connect("default").eventChannel();
            checkContexts(node);
            history.checkAll(events);
            await().atMost(10, SECONDS).until(() -> {
                history.check(events);
                return history.hasFiredAll();
            });
            assertThat(node.stop()).isTrue();
        }
        System.out.printf("%d crashes: %s%n", ROUNDS, history.figures());
        var verified = Commands.run("verify", "--data", folder.resolve("node"));
        assertThat(verified.status()).as(verified.text()).isZero();
    }
}
