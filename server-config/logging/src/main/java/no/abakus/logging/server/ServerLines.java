package no.abakus.logging.server;

import java.io.IOException;
import java.util.logging.LogRecord;
import no.abakus.logging.LogContext;
import no.abakus.logging.LogEvent;
import no.abakus.logging.Redaction;
import no.abakus.logging.json.Limits;
import no.abakus.logging.json.LineEncoder;
import no.abakus.logging.json.LineSink;

/** From a record of any logger to its line; one for the whole server, so that contexts are encoded once whoever writes them. */
final class ServerLines {
    private static final ServerLines SHARED = new ServerLines(
            new LineEncoder(Redaction.active(), Limits.configured()),
            RecordReader.forThisServer(),
            SettingsReport.ofThisProcess());

    private final LineEncoder encoder;
    private final RecordReader reader;
    private final SettingsReport report;

    ServerLines(LineEncoder encoder, RecordReader reader, SettingsReport report) {
        this.encoder = encoder;
        this.reader = reader;
        this.report = report;
    }

    static ServerLines shared() {
        return SHARED;
    }

    /** Hands the record's line to the sink; before the very first one, what is wrong with the settings. */
    void write(LogRecord record, LineSink sink) throws IOException {
        for (LogRecord problem : report.takeProblems()) {
            encode(problem, sink);
        }
        encode(record, sink);
    }

    /** Makes the record independent of the calling thread. */
    void capture(LogRecord record) {
        if (LogEvent.of(record) == null) {
            String message = reader.message(record);
            reader.seal(record, message, LogEvent.captured(message, LogContext.current()));
        }
    }

    private void encode(LogRecord record, LineSink sink) throws IOException {
        LogEvent given = LogEvent.of(record);
        if (given == null) {
            encoder.encode(
                    record, reader.message(record), LogContext.current(), null, reader.foreignContext(record), sink);
        } else {
            encoder.encode(record, given.event(), given.context(), given, reader.foreignContext(record), sink);
        }
    }
}
