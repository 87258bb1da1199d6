package io.voltledger.command.session;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the register showed when, in order of time, in whichever order it came in. Up to {@value #EXACT} samples all are kept.
 * From there on it is the first, the last, the lowest and the highest of each quarter of an hour, which for a register that
 * rises are two; and of more than {@value #STRETCHES} quarters, a week, those of longer stretches: never more than four
 * times as many.
 *
 * @param samples each once
 * @param stretch seconds for which no more is kept; 0 while all is
 */
record RegisterLog(List<RegisterSample> samples, long stretch) {

    static final int EXACT = 120;
    static final int STRETCHES = 700;
    static final RegisterLog EMPTY = new RegisterLog(List.of(), 0);

    private static final long QUARTER = 900;
    /** Of a value that was there before a restart and after it, the latter tells of the restart. */
    private static final Comparator<RegisterSample> LOWEST =
            Comparator.comparing(RegisterSample::value).thenComparing(RegisterSample::at, Comparator.reverseOrder());

    private static final Comparator<RegisterSample> HIGHEST =
            Comparator.comparing(RegisterSample::value).thenComparing(RegisterSample::at);

    RegisterLog {
        samples = List.copyOf(samples);
    }

    boolean knows(RegisterSample sample) {
        return Collections.binarySearch(samples, sample) >= 0;
    }

    RegisterLog with(RegisterSample sample) {
        int place = Collections.binarySearch(samples, sample);
        if (place >= 0) {
            return this;
        }
        List<RegisterSample> more = new ArrayList<>(samples);
        more.add(-place - 1, sample);
        return stretch == 0 && more.size() <= EXACT ? new RegisterLog(more, 0) : thinned(more);
    }

    private RegisterLog thinned(List<RegisterSample> all) {
        long seconds =
                Thinning.seconds(all.stream().map(RegisterSample::at).toList(), Math.max(stretch, QUARTER), STRETCHES);
        List<RegisterSample> kept = all.stream()
                .collect(Collectors.groupingBy(
                        sample -> Thinning.stretchOf(sample.at(), seconds), TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(RegisterLog::corners)
                .flatMap(Collection::stream)
                .toList();
        return new RegisterLog(kept, seconds);
    }

    private static Collection<RegisterSample> corners(List<RegisterSample> samples) {
        return new TreeSet<>(List.of(
                samples.getFirst(),
                Collections.min(samples, LOWEST),
                Collections.max(samples, HIGHEST),
                samples.getLast()));
    }
}
