package no.abakus.bench.logs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.formatters.JsonFormatter;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** JBoss LogManager's JSON formatter. WildFly calls it json-formatter. */
@State(Scope.Thread)
public class JBossFormatter {
    private final JsonFormatter formatter = new JsonFormatter();
    private ExtLogRecord record;

    /** Creates the record as JBoss's loggers do. The event's fields are strings in the MDC. */
    @Setup
    public void setUp(Workload workload) throws IOException {
        record = new ExtLogRecord(Level.INFO, ReferenceEvent.NAME, JBossFormatter.class.getName());
        record.setLoggerName(ReferenceEvent.LOGGER);
        record.setThrown(ReferenceEvent.exception(workload.exception));
        ReferenceEvent.contextAndFields(workload.keys).forEach(record::putMdc);
        Shown.once("jboss", bytes -> bytes.write(encode().getBytes(StandardCharsets.UTF_8)));
    }

    String encode() {
        return formatter.format(record);
    }
}
