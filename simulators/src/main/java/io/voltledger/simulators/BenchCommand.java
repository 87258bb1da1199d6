package io.voltledger.simulators;

import io.voltledger.simulators.life.LifeBench;
import io.voltledger.simulators.past.PastBench;
import io.voltledger.simulators.station.OcppBench;
import picocli.CommandLine.Command;

/** {@code bench}: what measures the platform from outside. */
@Command(
        name = "bench",
        description = "Benchmarks that print figures.",
        mixinStandardHelpOptions = true,
        subcommands = {OcppBench.class, LifeBench.class, PastBench.class})
final class BenchCommand {}
