package io.voltledger.query.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class WaitingTest {

    private static final Change OPEN = Change.each("insert into door (id, color) values (:id, :color)");
    private static final Change PAINT = Change.latest("update door set color = :color where id = :id");
    private static final Change KNOCK =
            Change.each("update door set color = :color, knocks = knocks + 1 where id = :id");
    private static final Change VISIT = Change.each("insert into visit (id, color) values (:id, :color)");

    private final DataSource unused = new DriverManagerDataSource();
    private final Changes changes = new Changes(new JdbcTemplate(unused));
    private final Waiting waiting = new Waiting();

    @Test
    void executesTheSameStatementOfManyRowsTogether() {
        add(OPEN, "a", "white");
        add(PAINT, "a", "red");
        add(OPEN, "b", "white");
        add(PAINT, "b", "green");

        assertThat(drained())
                .containsExactly(List.of("OPEN a white", "OPEN b white"), List.of("PAINT a red", "PAINT b green"));
    }

    @Test
    void executesOnlyTheLatestOfSeveralThatSetARow() {
        add(PAINT, "a", "red");
        add(PAINT, "b", "green");
        add(PAINT, "a", "blue");

        assertThat(drained()).containsExactly(List.of("PAINT a blue", "PAINT b green"));
    }

    @Test
    void executesEachOfSeveralThatDependOnWhatStoodThere() {
        add(KNOCK, "a", "red");
        add(KNOCK, "a", "red");

        assertThat(drained()).containsExactly(List.of("KNOCK a red", "KNOCK a red"));
    }

    @Test
    void keepsTheOrderOfARowsChanges() {
        add(PAINT, "a", "red");
        add(KNOCK, "a", "pink");
        add(PAINT, "a", "blue");
        add(KNOCK, "b", "pink");
        add(PAINT, "b", "green");

        assertThat(drained())
                .containsExactly(
                        List.of("PAINT a red"),
                        List.of("KNOCK a pink", "KNOCK b pink"),
                        List.of("PAINT a blue", "PAINT b green"));
    }

    @Test
    void keepsTablesApartSoThatOneDoesNotCutTheOthersRuns() {
        add(PAINT, "a", "red");
        add(VISIT, "a", "red");
        add(PAINT, "a", "blue");
        add(VISIT, "a", "blue");

        assertThat(drained()).containsExactly(List.of("PAINT a blue"), List.of("VISIT a red", "VISIT a blue"));
    }

    @Test
    void holdsNothingOnceDrained() {
        add(OPEN, "a", "white");
        drained();

        assertThat(drained()).isEmpty();
    }

    @Test
    void refusesParametersThatAStatementDoesNotHave() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> changes.of("a", PAINT).param("colour", "red"))
                .withMessageContaining("colour");
    }

    @Test
    void refusesToExecuteWithoutAParameter() {
        RowChange incomplete = changes.of("a", PAINT).param("id", "a");

        assertThatIllegalStateException().isThrownBy(incomplete::apply).withMessageContaining("color");
    }

    @Test
    void refusesWhatChangesNoTable() {
        assertThatIllegalArgumentException().isThrownBy(() -> Change.each("select color from door"));
    }

    private void add(Change change, String row, String color) {
        waiting.add(changes.of(row, change).param("id", row).param("color", color));
    }

    private List<List<String>> drained() {
        List<List<String>> runs = new ArrayList<>();
        waiting.drain(run -> runs.add(run.stream().map(WaitingTest::told).toList()));
        return runs;
    }

    private static String told(RowChange change) {
        String name = change.change() == OPEN
                ? "OPEN"
                : change.change() == PAINT ? "PAINT" : change.change() == KNOCK ? "KNOCK" : "VISIT";
        Object color = change.change() == PAINT || change.change() == KNOCK ? change.values()[0] : change.values()[1];
        return name + " " + change.row() + " " + color;
    }
}
