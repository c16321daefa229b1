package no.abakus.tasks.history.jdbc;

import java.sql.SQLException;
import java.util.Optional;
import no.abakus.tasks.database.Parameters;
import no.abakus.tasks.database.Row;
import no.abakus.tasks.port.HistoryBody;
import no.abakus.tasks.port.HistoryEvidence;
import no.abakus.tasks.port.HistoryRow;

/** Reads and writes a row of {@code abakus_failure}. */
final class EvidenceRow {

    static final String INSERT = "INSERT INTO abakus_failure (history_id, error_type, frame, content_type, compression,"
            + " is_text, body_size, body, properties, traceback, lines, retried_as)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    static final String SELECT = "SELECT error_type, frame, content_type, compression, is_text, body_size, body,"
            + " properties, traceback, lines, retried_as FROM abakus_failure WHERE history_id = ?";

    private EvidenceRow() {}

    static void write(Parameters parameters, HistoryRow row) throws SQLException {
        HistoryEvidence evidence = row.evidence().orElseThrow();
        parameters
                .number(row.ended().id())
                .text(evidence.errorType())
                .text(evidence.frame())
                .text(evidence.contentType())
                .text(evidence.compression())
                .yesOrNo(evidence.body().map(HistoryBody::isText).orElse(false))
                .number(evidence.bodySize())
                .bytes(evidence.body().map(HistoryBody::bytes).orElse(null))
                .text(evidence.properties())
                .text(evidence.traceback())
                .text(evidence.lines())
                .text(evidence.retriedAs());
    }

    static HistoryEvidence read(Row row) throws SQLException {
        byte[] body = row.bytes("body");
        return new HistoryEvidence(
                row.text("error_type"),
                row.optionalText("frame"),
                row.optionalText("content_type"),
                row.optionalText("compression"),
                row.longNumber("body_size"),
                body == null ? Optional.empty() : Optional.of(new HistoryBody(row.yesOrNo("is_text"), body)),
                row.optionalText("properties"),
                row.optionalText("traceback"),
                row.optionalText("lines"),
                row.optionalText("retried_as"));
    }
}
