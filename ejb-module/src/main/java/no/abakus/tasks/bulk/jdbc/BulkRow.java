package no.abakus.tasks.bulk.jdbc;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import no.abakus.tasks.TaskOptions;
import no.abakus.tasks.database.Owner;
import no.abakus.tasks.database.Parameters;
import no.abakus.tasks.database.Row;
import no.abakus.tasks.operate.BulkAction;
import no.abakus.tasks.operate.BulkOperation;
import no.abakus.tasks.operate.BulkRequest;
import no.abakus.tasks.operate.BulkState;
import no.abakus.tasks.port.OptionsFormat;
import no.abakus.tasks.port.StoredBulk;

/**
 * Reads and writes a row of {@code abakus_bulk}. Lists of ids are written one id per line, because ids contain no line
 * breaks.
 */
final class BulkRow {

    static final String INSERT = "INSERT INTO abakus_bulk (id, state, action, query, ids, rate, reason, user_name,"
            + " request_id, total, is_exact, not_possible, samples, reached, done, refused, created_at, expires_at,"
            + " application, options) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    static final String COLUMNS = "id, state, action, query, ids, rate, reason, user_name, request_id, total, is_exact,"
            + " not_possible, samples, reached, done, refused, node, created_at, expires_at, started_at, ended_at, options";

    private final OptionsFormat format;

    BulkRow(OptionsFormat format) {
        this.format = format;
    }

    void write(Parameters parameters, StoredBulk bulk, Owner owner) throws SQLException {
        BulkOperation operation = bulk.operation();
        BulkRequest request = operation.request();
        parameters
                .text(operation.id())
                .text(operation.state().name())
                .text(request.action().name())
                .text(request.query())
                .bytes(bulk.ids().isEmpty() ? null : bytes(lines(bulk.ids())))
                .number(request.rate())
                .text(request.reason())
                .text(request.user())
                .text(request.requestId())
                .number(operation.total())
                .yesOrNo(operation.exact())
                .text(Counts.write(operation.notPossible()))
                .text(lines(operation.sample()))
                .number(bulk.position())
                .number(operation.done())
                .text(Counts.write(operation.refused()))
                .instant(operation.createdAt())
                .instant(operation.expiresAt())
                .text(owner.column())
                .bytes(request.options().isEmpty() ? null : bytes(format.writeOptions(request.options())));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String lines(List<String> ids) {
        return String.join("\n", ids);
    }

    private static List<String> ids(String lines) {
        return lines.isEmpty() ? List.of() : List.of(lines.split("\n", -1));
    }

    StoredBulk read(Row row) throws SQLException {
        byte[] ids = row.bytes("ids");
        byte[] options = row.bytes("options");
        BulkRequest request = new BulkRequest(
                BulkAction.valueOf(row.text("action").toUpperCase(Locale.ROOT)),
                row.optionalText("query"),
                List.of(),
                row.number("rate"),
                row.optionalText("reason"),
                row.text("user_name"),
                row.optionalText("request_id"),
                options == null
                        ? TaskOptions.empty()
                        : format.readOptions(new String(options, StandardCharsets.UTF_8)));
        BulkOperation operation = new BulkOperation(
                row.text("id"),
                request,
                BulkState.valueOf(row.text("state")),
                row.longNumber("total"),
                row.yesOrNo("is_exact"),
                Counts.read(row.text("not_possible")),
                ids(row.text("samples")),
                row.longNumber("done"),
                Counts.read(row.text("refused")),
                row.optionalText("node"),
                row.instant("created_at"),
                row.instant("expires_at"),
                row.optionalInstant("started_at"),
                row.optionalInstant("ended_at"));
        return new StoredBulk(
                operation,
                ids == null ? List.of() : ids(new String(ids, StandardCharsets.UTF_8)),
                row.longNumber("reached"));
    }
}
