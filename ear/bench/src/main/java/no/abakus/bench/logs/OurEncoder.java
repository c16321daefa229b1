package no.abakus.bench.logs;

import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import no.abakus.logging.Log;
import no.abakus.logging.LogContext;
import no.abakus.logging.LogEvent;
import no.abakus.logging.LogScope;
import no.abakus.logging.Redaction;
import no.abakus.logging.json.Limits;
import no.abakus.logging.json.LineEncoder;
import no.abakus.logging.json.LineSink;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The encoder of Abakus with its redaction, as a server runs it. */
@State(Scope.Thread)
public class OurEncoder {
    private static final String[] IDS =
            Stream.generate(() -> UUID.randomUUID().toString()).limit(64).toArray(String[]::new);

    private final LineEncoder encoder = new LineEncoder(Redaction.active(), Limits.configured());
    private LogRecord record;
    private LogEvent event;
    private int length;
    private int next;
    /** One sink for all lines, because a new sink for each line would be counted as garbage of the encoder. */
    private final LineSink sink = (bytes, count) -> length = count;

    /** Captures the record of one call of the logger. */
    @Setup
    public void setUp(Workload workload) throws IOException {
        Throwable thrown = ReferenceEvent.exception(workload.exception);
        Logger logger = Logger.getLogger(ReferenceEvent.LOGGER);
        logger.setUseParentHandlers(false);
        logger.setLevel(Level.INFO);
        Handler taking = new Taking();
        logger.addHandler(taking);
        try (LogScope scope = LogContext.bind(ReferenceEvent.context(workload.keys))) {
            Log.get(ReferenceEvent.LOGGER)
                    .info(
                            ReferenceEvent.NAME,
                            thrown,
                            ReferenceEvent.FIRST_KEY,
                            ReferenceEvent.FIRST_VALUE,
                            ReferenceEvent.SECOND_KEY,
                            ReferenceEvent.SECOND_VALUE);
        }
        logger.removeHandler(taking);
        Shown.once("abakus", bytes -> {
            encoder.encode(
                    record,
                    event.event(),
                    event.context(),
                    event,
                    Map.of(),
                    (line, count) -> bytes.write(line, 0, count));
        });
    }

    /**
     * Encodes with a new context for each line. Usually several lines share a context, and only the first of them pays
     * for encoding it.
     */
    int encodeNewContext() throws IOException {
        LogContext context = event.context().with("request_id", IDS[next++ & (IDS.length - 1)]);
        encoder.encode(record, event.event(), context, event, Map.of(), sink);
        return length;
    }

    int encode() throws IOException {
        encoder.encode(record, event.event(), event.context(), event, Map.of(), sink);
        return length;
    }

    private final class Taking extends Handler {
        @Override
        public void publish(LogRecord published) {
            record = published;
            event = LogEvent.of(published);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
