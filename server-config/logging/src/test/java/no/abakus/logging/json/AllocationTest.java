package no.abakus.logging.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.logging.LogRecord;
import no.abakus.logging.LogContext;
import no.abakus.logging.LogEvent;
import no.abakus.logging.Records;
import org.junit.jupiter.api.Test;

/**
 * An ordinary event costs the garbage collector nothing. The measurement leaves room for what the runtime itself
 * occasionally allocates.
 */
class AllocationTest {
    private static final int WARM_UP = 20_000;
    private static final int EVENTS = 20_000;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Test
    void encoding_the_usual_event_allocates_nothing() throws IOException {
        LogContext context = LogContext.empty()
                .with("request_id", "0f1c4a52-7a3b-4c58-9b1e-2f6f0f6b8f11")
                .with("current_user", "webkom")
                .with("request_path", "/api/v1/events/42/registrations/");
        LogRecord record = Records.own(
                "registration_success", context, LogContext.empty(), "event_id", 42, "pool", "Abakusser", "ms", 12.375);
        encode(record, WARM_UP);

        long before = THREADS.getCurrentThreadAllocatedBytes();
        long bytes = encode(record, EVENTS);
        long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;

        assertThat(bytes).isGreaterThan(EVENTS * 200L);
        assertThat(allocated / EVENTS).isZero();
    }

    private static long encode(LogRecord record, int times) throws IOException {
        long[] bytes = new long[1];
        LineSink sink = (line, length) -> bytes[0] += length;
        for (int i = 0; i < times; i++) {
            LogEvent given = LogEvent.of(record);
            Encoding.ENCODER.encode(record, given.event(), given.context(), given, Map.of(), sink);
        }
        return bytes[0];
    }
}
