package no.abakus.tasks.history.jdbc;

import static no.abakus.tasks.testing.SampleHistory.THEN;
import static no.abakus.tasks.testing.SampleHistory.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.database.Database;
import no.abakus.tasks.database.H2File;
import no.abakus.tasks.database.Owner;
import no.abakus.tasks.operate.HistoryQuery;
import no.abakus.tasks.operate.HistoryTotal;
import no.abakus.tasks.testing.EachAlone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A query without an index reads only the newest rows, and says so. */
class H2WideQueryTest {

    @TempDir
    Path folder;

    private static HistoryQuery query(String q) {
        return HistoryQuery.parse(q, THEN);
    }

    @Test
    void its_total_is_a_lower_bound_if_there_are_more_rows() {
        JdbcEnds ends = new JdbcEnds(new Database(() -> H2File.in(folder), new EachAlone()), Owner.PLAIN, 3);
        ends.add(List.of(
                row(1, "1", TaskState.SUCCESS, "mail.send"),
                row(2, "2", TaskState.SUCCESS, "mail.send"),
                row(3, "3", TaskState.SUCCESS, "mail.send")));
        assertThat(ends.total(query("task:mail.*"), 10)).isEqualTo(new HistoryTotal(3, 3, true));

        ends.add(List.of(row(4, "4", TaskState.SUCCESS, "mail.send")));
        assertThat(ends.total(query("task:mail.*"), 10)).isEqualTo(new HistoryTotal(3, 3, false));
        assertThat(ends.total(query("task:mail.send"), 10)).isEqualTo(new HistoryTotal(4, 4, true));
    }

    @Test
    void many_stars_select_what_few_stars_do() {
        JdbcEnds ends = new JdbcEnds(new Database(() -> H2File.in(folder), new EachAlone()), Owner.PLAIN);
        ends.add(List.of(
                row(1, "1", TaskState.SUCCESS, "mail.send"),
                row(2, "2", TaskState.SUCCESS, "post.send"),
                row(3, "3", TaskState.SUCCESS, "a".repeat(250))));

        assertThat(found(ends, "task:m*i*.*e*d")).isEqualTo(1);
        assertThat(found(ends, "-task:m*i*.*e*d")).isEqualTo(2);
        assertThat(found(ends, "args:*a*b*no*17*")).isEqualTo(3);
        assertThat(found(ends, "args:*no*b*a*17*")).isZero();
        assertThat(found(ends, "ctx.path:a*b*c*d")).isEqualTo(3);
        assertThat(found(ends, "ctx.tenant:a*b*c*d")).isZero();
        // With LIKE, H2 would compare the third row for years.
        assertThat(found(ends, "task:" + "*a".repeat(40) + "*b")).isZero();
    }

    private static long found(JdbcEnds ends, String q) {
        return ends.total(query(q), 10).rows();
    }
}
