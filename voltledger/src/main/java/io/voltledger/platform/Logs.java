package io.voltledger.platform;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import java.net.URL;
import java.util.Objects;
import org.slf4j.LoggerFactory;

/** The log of the all-in-one: a file in the data folder; only warnings reach the terminal. */
final class Logs {

    private static final String CONFIGURATION = "voltledger-logback.xml";

    private Logs() {}

    static void to(DataFolder data) {
        System.setProperty("voltledger.logs", data.folder("logs").toString());
        System.setProperty("logging.config", "classpath:" + CONFIGURATION);
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        URL configuration = Objects.requireNonNull(Logs.class.getClassLoader().getResource(CONFIGURATION));
        try {
            configurator.doConfigure(configuration);
        } catch (JoranException e) {
            throw new StartFailure("The log cannot be set up: " + e.getMessage(), e);
        }
    }
}
