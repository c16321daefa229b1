package no.abakus.bench.logs;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Map;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Writes the fields with jackson-core alone, without a logger, redaction or limits. This is the minimum that a line
 * costs.
 */
@State(Scope.Thread)
public class JacksonFloor {
    private static final int CAPACITY = 16 * 1024;

    private final JsonFactory factory = new JsonFactory();
    private final Reused out = new Reused();
    private final Instant time = Instant.now();
    private Map<String, String> context;
    private Throwable thrown;

    /** Prepares the fields once. */
    @Setup
    public void setUp(Workload workload) throws IOException {
        context = ReferenceEvent.context(workload.keys);
        thrown = ReferenceEvent.exception(workload.exception);
        Shown.once("jackson-core", bytes -> {
            encode();
            out.writeTo(bytes);
        });
    }

    int encode() throws IOException {
        out.reset();
        try (JsonGenerator json = factory.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("timestamp", time.toString());
            json.writeStringField("event", ReferenceEvent.NAME);
            json.writeStringField("logger", ReferenceEvent.LOGGER);
            json.writeStringField("level", "info");
            for (Map.Entry<String, String> entry : context.entrySet()) {
                json.writeStringField(entry.getKey(), entry.getValue());
            }
            json.writeNumberField(ReferenceEvent.FIRST_KEY, ReferenceEvent.FIRST_VALUE);
            json.writeStringField(ReferenceEvent.SECOND_KEY, ReferenceEvent.SECOND_VALUE);
            if (thrown != null) {
                StringWriter trace = new StringWriter();
                thrown.printStackTrace(new PrintWriter(trace));
                json.writeStringField("exception", trace.toString());
            }
            json.writeEndObject();
            json.writeRaw('\n');
        }
        return out.size();
    }

    /** A stream that keeps its storage between lines. */
    private static final class Reused extends ByteArrayOutputStream {
        Reused() {
            super(CAPACITY);
        }
    }
}
