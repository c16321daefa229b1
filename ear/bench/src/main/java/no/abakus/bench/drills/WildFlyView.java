package no.abakus.bench.drills;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import no.abakus.bench.Management;

/** Looks at a WildFly and its own broker through the management API. */
final class WildFlyView implements BrokerView {

    private static final int MOST_TRIES = 20;
    private static final long BETWEEN_TRIES_MILLIS = 250;

    private final Management management;

    WildFlyView(Management management) {
        this.management = management;
    }

    @Override
    public long messages(String queue) throws IOException, InterruptedException {
        for (int tries = 1; ; tries++) {
            try {
                return management
                        .execute("read-attribute", queue(queue), Map.of("name", "message-count"))
                        .asLong();
            } catch (IOException e) {
                // A server that has just started cannot answer some requests yet.
                if (tries == MOST_TRIES) {
                    throw e;
                }
                Thread.sleep(BETWEEN_TRIES_MILLIS);
            }
        }
    }

    @Override
    public long removeAll(String queue) throws IOException {
        return management.execute("remove-messages", queue(queue), Map.of()).asLong();
    }

    @Override
    public long heapAfterCollection() throws IOException {
        List<String> memory = List.of("core-service", "platform-mbean", "type", "memory");
        management.execute("gc", memory, Map.of());
        return management
                .execute("read-attribute", memory, Map.of("name", "heap-memory-usage"))
                .path("used")
                .asLong();
    }

    private static List<String> queue(String name) {
        return List.of(
                "subsystem", "messaging-activemq", "server", "default", "runtime-queue", "jms.queue.abakus." + name);
    }
}
