package io.voltledger.simulators.past;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The rows that the pattern's session has in a table.
 *
 * @param columns all that can be written
 * @param rows for each row the SQL expression of each column's value in a past session
 */
record TablePattern(String table, List<String> columns, List<List<String>> rows) {

    /** Writes the rows of all past sessions into a table of the same columns. */
    String insertInto(String target) {
        return "insert into %s (%s) select %s from past p%s"
                .formatted(target, list(columns), String.join(", ", expressions()), rows.size() == 1 ? "" : eachRow());
    }

    /** Copies what the table has. */
    String copyInto(String target) {
        return "insert into %s (%s) select %s from %s".formatted(target, list(columns), list(columns), table);
    }

    private static String list(List<String> columns) {
        return String.join(", ", columns);
    }

    private String eachRow() {
        return IntStream.range(0, rows.size())
                .mapToObj(row -> "select " + row + " as number")
                .collect(Collectors.joining(" union all ", " cross join (", ") r"));
    }

    private List<String> expressions() {
        List<String> expressions = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            int its = column;
            List<String> values = rows.stream().map(row -> row.get(its)).toList();
            expressions.add(values.stream().distinct().count() == 1 ? values.getFirst() : choice(values));
        }
        return expressions;
    }

    private static String choice(List<String> values) {
        return IntStream.range(0, values.size())
                .mapToObj(row -> " when " + row + " then " + values.get(row))
                .collect(Collectors.joining("", "case r.number", " end"));
    }
}
