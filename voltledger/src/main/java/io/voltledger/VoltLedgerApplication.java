package io.voltledger;

import io.voltledger.platform.Options;
import io.voltledger.platform.Platform;
import io.voltledger.platform.StartFailure;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine;

/** {@code ./run}: starts the whole platform, or only what it needs around it. */
public final class VoltLedgerApplication {

    private VoltLedgerApplication() {}

    public static void main(String[] args) {
        // The vendor of Axon is not called at every start.
        System.setProperty("axoniq.update-checker.disabled", "true");
        System.setProperty("disable-axoniq-console-message", "true");
        Map<Boolean, List<String>> arguments =
                Arrays.stream(args).collect(Collectors.partitioningBy(Options::isSetting));
        int code = new CommandLine(new Platform(AllInOne.class, arguments.getOrDefault(true, List.of())))
                .setExecutionExceptionHandler((failure, command, result) -> {
                    if (failure instanceof StartFailure) {
                        command.getErr().println("VoltLedger: " + failure.getMessage());
                        return 1;
                    }
                    throw failure;
                })
                .execute(arguments.getOrDefault(false, List.of()).toArray(String[]::new));
        System.exit(code);
    }
}
