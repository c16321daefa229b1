package no.abakus.bench.logs;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.io.IOException;
import java.util.List;
import net.logstash.logback.encoder.LogstashEncoder;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.slf4j.MDC;
import org.slf4j.event.KeyValuePair;

/** Logback with its own JSON encoder and with the logstash encoder. */
@State(Scope.Thread)
public class LogbackEncoders {
    private final LogstashEncoder logstash = new LogstashEncoder();
    private final JsonEncoder own = new JsonEncoder();
    private LoggingEvent event;

    /** Creates the event as Logback's loggers do. */
    @Setup
    public void setUp(Workload workload) throws IOException {
        LoggerContext context = new LoggerContext();
        ReferenceEvent.context(workload.keys).forEach(MDC::put);
        context.setMDCAdapter(MDC.getMDCAdapter());
        logstash.setContext(context);
        logstash.start();
        own.setContext(context);
        own.start();
        event = new LoggingEvent(
                LogbackEncoders.class.getName(),
                context.getLogger(ReferenceEvent.LOGGER),
                Level.INFO,
                ReferenceEvent.NAME,
                ReferenceEvent.exception(workload.exception),
                null);
        event.setKeyValuePairs(List.of(
                new KeyValuePair(ReferenceEvent.FIRST_KEY, ReferenceEvent.FIRST_VALUE),
                new KeyValuePair(ReferenceEvent.SECOND_KEY, ReferenceEvent.SECOND_VALUE)));
        event.prepareForDeferredProcessing();
        Shown.once("logstash", bytes -> bytes.write(logstash()));
        Shown.once("logback", bytes -> bytes.write(own()));
    }

    byte[] logstash() {
        return logstash.encode(event);
    }

    byte[] own() {
        return own.encode(event);
    }
}
