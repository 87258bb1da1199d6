package io.voltledger.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.voltledger.crash.SmallWorld.Ended;
import io.voltledger.simulators.payment.Capture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The platform is killed before and after each side effect on the way from a stopped session to its paid bill, and started
 * again. The moments are those that payments came to which nobody killed. In the end every bill is paid once, by one
 * capture and what the wallet had, and nothing is held or lost; what was charged for a wallet is in it or back on the card. {@code -Pcrash-matrix} goes through all of them; otherwise
 * a few are taken evenly.
 */
class CrashMatrixIT {

    private static final int KILLS = Integer.getInteger("crash.matrix.kills", 4);
    private static final long CARD = Payments.TOTAL - Payments.FUNDS;

    private static SmallWorld world;

    @BeforeAll
    static void start() throws IOException {
        Path target = Path.of("target").toAbsolutePath();
        world = SmallWorld.start(Files.createTempDirectory(Files.createDirectories(target), "crash"));
    }

    @AfterAll
    static void end() throws Exception {
        if (world != null) {
            world.close();
        }
    }

    private record Kill(Subject subject, Moment moment) {}

    @Test
    void everyKilledProcessMovesMoneyOnce() throws IOException {
        List<Subject> subjects = new ArrayList<>(Arrays.stream(Course.values())
                .map(course -> subject("unharmed-" + course.ordinal(), course))
                .toList());
        subjects.stream()
                .collect(Collectors.groupingBy(subject -> subject.course().settings()))
                .values()
                .forEach(CrashMatrixIT::runToTheEnd);
        List<Kill> kills = kills(subjects);

        for (Kill kill : kills) {
            subjects.add(kill.subject());
            Ended ended = world.run(subjects, kill.subject(), List.of("--crash.moment=" + kill.moment()));
            assertThat(ended.code())
                    .as("%s was to be killed at %s:%n%s", kill.subject(), kill.moment(), ended.output())
                    .isEqualTo(Watch.KILLED);
        }

        assertThat(runToTheEnd(subjects).books())
                .containsExactlyInAnyOrderElementsOf(
                        subjects.stream().map(CrashMatrixIT::settled).toList());
        assertThat(subjects).allSatisfy(CrashMatrixIT::capturedOnce);
    }

    private static Ended runToTheEnd(List<Subject> subjects) {
        Ended ended = world.run(subjects, subjects.getFirst(), List.of());
        assertThat(ended.code()).as(ended.output()).isZero();
        return ended;
    }

    /** Each moment that the unharmed came to and none before it. */
    private static List<Kill> kills(List<Subject> unharmed) throws IOException {
        List<String> trace = Files.readAllLines(world.trace());
        Set<String> met = new LinkedHashSet<>();
        List<Kill> all = new ArrayList<>();
        for (Subject subject : unharmed) {
            trace.stream()
                    .map(line -> line.split("\t"))
                    .filter(line -> line[0].equals(subject.watched()))
                    .filter(line -> met.add(line[1] + "#" + line[2]))
                    .flatMap(line ->
                            Stream.of(false, true).map(after -> new Moment(line[1], Integer.parseInt(line[2]), after)))
                    .forEach(moment -> all.add(new Kill(subject("killed-" + all.size(), subject.course()), moment)));
        }
        assertThat(names(trace))
                .containsAll(commandsOf("billing.PaymentPlan", "Send "))
                .containsAll(commandsOf("billing.AttemptPlan", "Send "))
                .containsAll(commandsOf("billing.DunningPlan", "Send "))
                .containsAll(commandsOf("billing.Overpayments", "Send "))
                .containsAll(commandsOf("wallet.HoldExpiry", "Hold "))
                .containsAll(callsToTheProvider());
        System.out.println(
                all.size() + " moments: " + all.stream().map(Kill::moment).toList());
        int step = Math.max(1, all.size() / KILLS);
        return all.stream().filter(kill -> all.indexOf(kill) % step == 0).toList();
    }

    private static Set<String> names(List<String> trace) {
        return trace.stream().map(line -> line.split("\t")[1]).collect(Collectors.toSet());
    }

    /** What a part of the processes makes, by its own code: a command that it learns to send must be met here. */
    private static List<String> commandsOf(String part, String prefix) {
        String name = "io.voltledger.saga." + part;
        JavaClass sender = new ClassFileImporter().importClasses(load(name)).get(name);
        return sender.getConstructorCallsFromSelf().stream()
                .map(call -> call.getTargetOwner())
                .filter(type -> type.getPackageName().startsWith("io.voltledger.api")
                        && type.getName().contains("Command$"))
                .map(type -> prefix + type.getSimpleName())
                .distinct()
                .toList();
    }

    private static List<String> callsToTheProvider() {
        return Arrays.stream(
                        load("io.voltledger.saga.payment.PaymentIntent$Kind").getEnumConstants())
                .map(kind -> "provider " + kind)
                .toList();
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static Subject subject(String name, Course course) {
        Subject subject = new Subject(name, course);
        world.provider.script(subject.member().value(), course.script());
        return subject;
    }

    private static String settled(Subject subject) {
        return subject.course().isTopUp() ? toppedUp(subject) : paid(subject);
    }

    private static String toppedUp(Subject subject) {
        boolean refused = subject.course() == Course.TOP_UP_REFUSED;
        return "%s charged=1 completed=%d returned=%d available=%d"
                .formatted(subject.watched(), refused ? 0 : 1, refused ? 1 : 0, refused ? 0 : TopUps.AMOUNT);
    }

    private static String paid(Subject subject) {
        if (subject.course() == Course.CREDITED) {
            return "%s paid=1 card=%d wallet=%d held=0 left=0 credited=1"
                    .formatted(subject.session().value(), CARD - Payments.TOO_MUCH, Payments.FUNDS);
        }
        boolean refunded = subject.course() == Course.REFUNDED;
        return "%s paid=1 card=%d wallet=%d held=0 left=%d refunded=%d corrected=%d abandoned=%d barred=false"
                .formatted(
                        subject.session().value(),
                        CARD,
                        Payments.FUNDS,
                        refunded ? Payments.FUNDS : 0,
                        refunded ? 1 : 0,
                        subject.course() == Course.RERATED ? 3 * Payments.MISSING : 0,
                        subject.course() == Course.ABANDONED ? captures(subject).size() - 1 : 0);
    }

    /**
     * What an abandoned attempt took has gone back whole, and so has what was refunded. After a kill both are overdue: to ask
     * the provider and to give the attempt up. Where its answer comes first there is one capture, and {@link #paid} demands
     * that nothing was given up.
     */
    private static void capturedOnce(Subject subject) {
        int most = subject.course() == Course.ABANDONED || subject.course() == Course.RERATED ? 2 : 1;
        boolean mayBeHeard =
                subject.course() == Course.ABANDONED && subject.name().startsWith("killed-");
        List<Capture> captures = captures(subject);
        assertThat(captures).as("captures of %s", subject).hasSizeBetween(mayBeHeard ? 1 : most, most);
        assertThat(captures.stream().mapToLong(Capture::balance).sum())
                .as("taken from %s and kept", subject)
                .isEqualTo(kept(subject));
        assertThat(captures).allSatisfy(capture -> assertThat(capture.cancels()).hasSizeLessThanOrEqualTo(1));
    }

    private static List<Capture> captures(Subject subject) {
        return world.provider.captures().stream()
                .filter(capture -> capture.customerKey().equals(subject.member().value()))
                .toList();
    }

    private static long kept(Subject subject) {
        return switch (subject.course()) {
            case APPROVED, DECLINED_ONCE, UNKNOWN, OVERDUE, ABANDONED, EXPIRED -> CARD;
            case CREDITED -> CARD - Payments.TOO_MUCH;
            case RERATED -> CARD + Payments.MISSING;
            case TOP_UP -> TopUps.AMOUNT;
            case REFUNDED, TOP_UP_REFUSED -> 0;
        };
    }
}
