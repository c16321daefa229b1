package no.abakus.bench.logs;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.DefaultConfiguration;
import org.apache.logging.log4j.core.impl.Log4jLogEvent;
import org.apache.logging.log4j.core.layout.ByteBufferDestination;
import org.apache.logging.log4j.layout.template.json.JsonTemplateLayout;
import org.apache.logging.log4j.message.SimpleMessage;
import org.apache.logging.log4j.util.SortedArrayStringMap;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Log4j 2's JSON template layout in its garbage-free mode. In this mode it writes into the caller's buffer. */
@State(Scope.Thread)
public class Log4jLayout implements ByteBufferDestination {
    private static final int CAPACITY = 64 * 1024;

    private final ByteBuffer buffer = ByteBuffer.allocate(CAPACITY);
    private JsonTemplateLayout layout;
    private Log4jLogEvent event;
    private long drained;

    /** Creates the event as Log4j's loggers do. The event's fields are strings in the thread context map. */
    @Setup
    public void setUp(Workload workload) throws IOException {
        LoggerContext context = Configurator.initialize(new DefaultConfiguration());
        layout = JsonTemplateLayout.newBuilder()
                .setConfiguration(context.getConfiguration())
                .setEventTemplateUri("classpath:EcsLayout.json")
                .build();
        SortedArrayStringMap fields = new SortedArrayStringMap();
        ReferenceEvent.contextAndFields(workload.keys).forEach(fields::putValue);
        event = Log4jLogEvent.newBuilder()
                .setLoggerName(ReferenceEvent.LOGGER)
                .setLevel(Level.INFO)
                .setMessage(new SimpleMessage(ReferenceEvent.NAME))
                .setThrown(ReferenceEvent.exception(workload.exception))
                .setContextData(fields)
                .setThreadName(Thread.currentThread().getName())
                .setTimeMillis(System.currentTimeMillis())
                .build();
        Shown.once("log4j", bytes -> bytes.write(layout.toByteArray(event)));
    }

    long encode() {
        layout.encode(event, this);
        return drained;
    }

    @Override
    public ByteBuffer getByteBuffer() {
        return buffer;
    }

    @Override
    public ByteBuffer drain(ByteBuffer full) {
        drained += full.position();
        full.clear();
        return full;
    }

    @Override
    public void writeBytes(ByteBuffer data) {
        drained += data.remaining();
    }

    @Override
    public void writeBytes(byte[] data, int offset, int length) {
        drained += length;
    }
}
