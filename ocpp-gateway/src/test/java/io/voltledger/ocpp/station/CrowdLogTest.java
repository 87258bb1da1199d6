package io.voltledger.ocpp.station;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class CrowdLogTest {

    private final Logger logger = (Logger) LoggerFactory.getLogger("crowd");
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private long now;
    private final CrowdLog log = new CrowdLog(logger, () -> now);

    @BeforeEach
    void listen() {
        lines.start();
        logger.addAppender(lines);
        logger.setLevel(Level.INFO);
    }

    @AfterEach
    void end() {
        logger.detachAppender(lines);
    }

    @Test
    void saysTheFirstAtOnceAndThenHowManyMoreThereWere() {
        for (int station = 1; station <= 1000; station++) {
            log.warn("not recorded", "CP-" + station);
        }
        now += Duration.ofSeconds(10).toNanos();
        log.warn("not recorded", "CP-1001");

        assertThat(said()).containsExactly("not recorded: CP-1", "not recorded, 1000 times more: CP-1001");
    }

    @Test
    void saysAFailureInOneLine() {
        log.warn("not recorded", new IllegalStateException("the store is away"));

        assertThat(said()).containsExactly("not recorded: java.lang.IllegalStateException: the store is away");
        assertThat(lines.list.getFirst().getThrowableProxy()).isNull();
    }

    @Test
    void saysEachKindByItself() {
        log.warn("not recorded", "CP-1");
        log.warn("not connected", "CP-1");

        assertThat(said()).containsExactly("not recorded: CP-1", "not connected: CP-1");
    }

    private List<String> said() {
        return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }
}
