package io.voltledger.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.voltledger.runtime.ModuleApplication;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
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
        Payments payments = new Payments(context);
        subjects.forEach(payments::begin);
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).untilAsserted(() -> {
            subjects.forEach(payments::ask);
            assertThat(subjects)
                    .allSatisfy(subject -> assertThat(payments.hasEnded(subject))
                            .as(payments.books(subject))
                            .isTrue());
        });
        subjects.forEach(subject -> System.out.println("BOOKS " + payments.books(subject)));
        System.out.flush();
    }
}
