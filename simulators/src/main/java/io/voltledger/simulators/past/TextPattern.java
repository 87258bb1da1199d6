package io.voltledger.simulators.past;

import io.voltledger.simulators.past.PastSession.Mark;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A text of the pattern's session, cut into what is the same in every session and what is not. */
record TextPattern(List<Part> parts) {

    TextPattern {
        parts = List.copyOf(parts);
    }

    /** @param known what was made for this session already: the same parts stand in many of its texts */
    String in(PastSession session, Map<Part, String> known) {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            text.append(
                    part instanceof Part.Literal literal
                            ? literal.text()
                            : known.computeIfAbsent(part, each -> each.in(session)));
        }
        return text.toString();
    }

    String sql() {
        return parts.size() == 1
                ? parts.getFirst().sql()
                : parts.stream().map(Part::sql).collect(Collectors.joining(", ", "concat(", ")"));
    }

    boolean has(Mark mark) {
        return parts.stream().anyMatch(part -> part instanceof Part.Numbered numbered && numbered.mark() == mark);
    }
}
