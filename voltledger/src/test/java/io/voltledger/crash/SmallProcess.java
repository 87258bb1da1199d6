package io.voltledger.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.voltledger.runtime.ModuleApplication;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.springframework.context.ConfigurableApplicationContext;

/** Begins what has not begun, waits until all of it has ended, and says in its exit code that it was not killed. */
final class SmallProcess {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private SmallProcess() {}

    public static void main(String[] args) {
        try {
            run(args);
            Runtime.getRuntime().halt(0); // an orderly end takes seconds and proves nothing here
        } catch (RuntimeException e) {
            e.printStackTrace();
            Runtime.getRuntime().halt(1);
        }
    }

    private static boolean hasEnded(Subject subject, Errands errands) {
        if (errands.hasEnded(subject)) {
            return true;
        }
        errands.ask(subject);
        return false;
    }

    /** The newest is looked at between any two others: what is to happen while its payment is under way has little time. */
    private static void run(String[] args) {
        ConfigurableApplicationContext context = ModuleApplication.run(SmallPlatform.class, "crash", args);
        List<Subject> subjects = Arrays.stream(context.getEnvironment()
                        .getRequiredProperty("crash.subjects")
                        .split(","))
                .map(Subject::parse)
                .toList();
        Errands payments = new Payments(context);
        Errands topUps = new TopUps(context);
        Function<Subject, Errands> errands = subject -> subject.course().isTopUp() ? topUps : payments;
        subjects.forEach(subject -> errands.apply(subject).begin(subject));
        Deque<Subject> others = new ArrayDeque<>(subjects);
        Subject newest = others.removeLast();
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).untilAsserted(() -> {
            boolean ended = hasEnded(newest, errands.apply(newest));
            Subject next = others.poll();
            if (next != null && !hasEnded(next, errands.apply(next))) {
                others.add(next);
            }
            assertThat(ended).as(errands.apply(newest).books(newest)).isTrue();
            assertThat(others)
                    .extracting(each -> errands.apply(each).books(each))
                    .isEmpty();
        });
        subjects.forEach(
                subject -> System.out.println("BOOKS " + errands.apply(subject).books(subject)));
        System.out.flush();
    }
}
