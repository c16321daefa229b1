package no.abakus.tasks.history.jdbc;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.abakus.tasks.database.Owner;
import no.abakus.tasks.database.Parameters;
import no.abakus.tasks.database.Row;
import no.abakus.tasks.operate.MinuteCounts;

/** Reads and writes a row of {@code abakus_minute}. */
final class MinuteRow {

    /**
     * The columns for the states. Each has the name that queries use for the state, except the column for
     * {@code retry}.
     */
    private static final List<String> ENDS =
            List.of("succeeded", "failed", "retried", "rejected", "revoked", "expired", "ignored");

    private static final String RETRIED = "retried";
    private static final String RETRY = "retry";

    static final String COLUMNS = "minute_at, node, task, " + String.join(", ", ENDS) + ", waited, took";
    static final String KEY = "minute_at = ? AND node = ? AND task = ?";
    static final String INSERT = "INSERT INTO abakus_minute (" + String.join(", ", ENDS)
            + ", waited, took, minute_at, node, task, application) VALUES (?" + ", ?".repeat(12) + ")";
    static final String UPDATE =
            "UPDATE abakus_minute SET " + String.join(" = ?, ", ENDS) + " = ?, waited = ?, took = ? WHERE " + KEY;

    private MinuteRow() {}

    static Parameters counts(Parameters parameters, MinuteCounts counts) throws SQLException {
        for (String column : ENDS) {
            parameters.number(counts.ends().getOrDefault(word(column), 0L));
        }
        return parameters.text(BucketText.write(counts.waited())).text(BucketText.write(counts.took()));
    }

    private static String word(String column) {
        return column.equals(RETRIED) ? RETRY : column;
    }

    /**
     * Sets the key. It includes the application, because several applications on one node may have tasks of the same
     * name.
     */
    static Parameters key(Parameters parameters, MinuteCounts counts, Owner owner) throws SQLException {
        return parameters.instant(counts.at()).text(counts.node()).text(owner.key(counts.task()));
    }

    static MinuteCounts read(Row row, Owner owner) throws SQLException {
        Map<String, Long> ends = new HashMap<>();
        for (String column : ENDS) {
            long count = row.longNumber(column);
            if (count > 0) {
                ends.put(word(column), count);
            }
        }
        return new MinuteCounts(
                row.instant("minute_at"),
                row.text("node"),
                owner.name(row.text("task")).orElseThrow(),
                ends,
                BucketText.read(row.text("waited")),
                BucketText.read(row.text("took")));
    }
}
