package io.voltledger.query.smartcharging;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Profiles of one purpose: at each moment the highest level counts that says something. */
final class Stack {

    private final List<Course> highestFirst;

    Stack(Stream<Course> courses) {
        highestFirst = courses.sorted(
                        Comparator.comparing((Course course) -> course.profile().stackLevel())
                                .thenComparing(course -> course.profile().id())
                                .reversed())
                .toList();
    }

    Optional<Limit> at(Instant time) {
        return highestFirst.stream()
                .map(course -> course.at(time))
                .flatMap(Optional::stream)
                .findFirst();
    }

    Stream<Instant> changes(Window window) {
        return highestFirst.stream().flatMap(course -> course.changes(window).stream());
    }
}
