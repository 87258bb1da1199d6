package io.voltledger.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.voltledger.runtime.ModuleApplication;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.springframework.context.ConfigurableApplicationContext;

/** Begins what has not begun, waits until all of it has ended, and says in its exit code that it was not killed. */
final class SmallProcess {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

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
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).untilAsserted(() -> {
            subjects.forEach(subject -> errands.apply(subject).ask(subject));
            assertThat(subjects)
                    .allSatisfy(subject -> assertThat(errands.apply(subject).hasEnded(subject))
                            .as(errands.apply(subject).books(subject))
                            .isTrue());
        });
        subjects.forEach(
                subject -> System.out.println("BOOKS " + errands.apply(subject).books(subject)));
        System.out.flush();
    }
}
