package io.voltledger.simulators;

import io.voltledger.simulators.mail.MailSinkCommand;
import io.voltledger.simulators.payment.PaymentProviderCommand;
import io.voltledger.simulators.station.StationCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The simulators' program. Each subcommand runs until it is done or told to stop. */
@Command(
        name = "simulators",
        description = "The outside world over real wires.",
        mixinStandardHelpOptions = true,
        subcommands = {StationCommand.class, BenchCommand.class, PaymentProviderCommand.class, MailSinkCommand.class})
public final class SimulatorsApplication {

    private SimulatorsApplication() {}

    public static void main(String... args) {
        // Only as a program of its own: inside another one, that one decides what is logged.
        System.setProperty("logback.configurationFile", "io/voltledger/simulators/logback-program.xml");
        System.exit(new CommandLine(new SimulatorsApplication()).execute(args));
    }
}
