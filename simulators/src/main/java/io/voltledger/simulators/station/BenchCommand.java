package io.voltledger.simulators.station;

import picocli.CommandLine.Command;

/** {@code bench}: what measures the platform from outside. */
@Command(
        name = "bench",
        description = "Benchmarks that print figures.",
        mixinStandardHelpOptions = true,
        subcommands = {OcppBench.class})
public final class BenchCommand {}
