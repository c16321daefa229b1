package no.abakus.logging.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import no.abakus.logging.LogContext;
import no.abakus.logging.LogDraft;
import no.abakus.logging.LogEvent;
import no.abakus.logging.LoggingSetting;
import no.abakus.logging.Redaction;
import no.abakus.logging.json.ExceptionShape;
import no.abakus.logging.json.Limits;
import no.abakus.logging.json.LineEncoder;
import no.abakus.logging.json.LineSink;
import no.abakus.logging.process.ConfiguredProcessors;
import no.abakus.logging.process.ProcessorChain;

/**
 * Turns a record of any logger into its line. There is one instance for the whole server, so that contexts are encoded
 * once, whichever handler writes them.
 */
final class ServerLines {
    private static final ServerLines SHARED = configured();

    private final LineEncoder encoder;
    private final RecordReader reader;
    private final ProcessorChain processors;
    private final SettingsReport report;

    ServerLines(LineEncoder encoder, RecordReader reader, ProcessorChain processors, SettingsReport report) {
        this.encoder = encoder;
        this.reader = reader;
        this.processors = processors;
        this.report = report;
    }

    private static ServerLines configured() {
        ConfiguredProcessors chain = ConfiguredProcessors.read();
        LineEncoder encoder = new LineEncoder(Redaction.active(), Limits.configured(), ExceptionShape.configured());
        encoder.format(LoggingSetting.FORMAT.text());
        return new ServerLines(
                encoder,
                RecordReader.forThisServer(),
                new ProcessorChain(chain.processors()),
                SettingsReport.ofThisProcess(chain.problems()));
    }

    static ServerLines shared() {
        return SHARED;
    }

    ProcessorChain processors() {
        return processors;
    }

    String format() {
        return encoder.format();
    }

    void format(String name) {
        encoder.format(name);
    }

    /** Passes the record's line to the sink. Before the first line, it passes the problems with the settings. */
    void write(LogRecord record, LineSink sink) throws IOException {
        for (LogRecord problem : report.takeProblems()) {
            encode(problem, sink);
        }
        if (processors.isEmpty()) {
            encode(record, sink);
        } else {
            process(record, sink);
        }
    }

    /** Writes the last reports of processors when the process ends. */
    void writeSummaries(LineSink sink) throws IOException {
        for (LogRecord summary : processors.due(true)) {
            encode(summary, sink);
        }
    }

    /** Returns the line that stands for missing lines and says how many there are. */
    byte[] missing(long count) {
        LogRecord record = new LogRecord(Level.WARNING, "log_lines_dropped");
        record.setLoggerName("no.abakus.logging");
        LogContext fields = LogContext.empty().with("count", count);
        record.setParameters(new Object[] {LogEvent.captured("log_lines_dropped", fields)});
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try {
            encode(record, (bytes, length) -> line.write(bytes, 0, length));
        } catch (IOException impossible) {
            throw new UncheckedIOException("a ByteArrayOutputStream does not fail", impossible);
        }
        return line.toByteArray();
    }

    /** Makes the record independent of the calling thread. */
    void capture(LogRecord record) {
        if (LogEvent.of(record) == null) {
            String message = reader.message(record);
            reader.seal(record, message, LogEvent.captured(message, LogContext.current()));
        }
    }

    private void process(LogRecord record, LineSink sink) throws IOException {
        List<LogRecord> summaries = processors.due(false);
        for (LogRecord summary : summaries) {
            encode(summary, sink);
        }
        LogEvent given = LogEvent.of(record);
        String event = given == null ? reader.message(record) : given.event();
        LogContext context = given == null ? LogContext.current() : given.context();
        LogDraft draft = new LogDraft(record, event, context, given, reader.foreignContext(record));
        if (!processors.process(draft)) {
            return;
        }
        if (draft.isChanged()) {
            encoder.encode(record, draft.event(), LogContext.empty(), draft.toEvent(), Map.of(), sink);
        } else {
            encode(record, sink);
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
