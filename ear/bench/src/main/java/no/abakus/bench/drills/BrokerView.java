package no.abakus.bench.drills;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import no.abakus.bench.Management;

/** Reads how many messages the server's broker has, and how much heap the server uses. */
final class BrokerView {

    private static final int MOST_TRIES = 20;
    private static final long BETWEEN_TRIES_MILLIS = 250;

    private final Management management;

    BrokerView(Management management) {
        this.management = management;
    }

    /**
     * Returns how many messages a queue of tasks has, including delayed messages and messages that are being delivered.
     */
    public long messages(String queue) throws IOException, InterruptedException {
        for (int tries = 1; ; tries++) {
            try {
                return management
                        .execute("read-attribute", queue(queue), Map.of("name", "message-count"))
                        .asLong();
            } catch (IOException e) {
                // A server that has just started returns nothing for some requests at first.
                if (tries == MOST_TRIES) {
                    throw e;
                }
                Thread.sleep(BETWEEN_TRIES_MILLIS);
            }
        }
    }

    /** Deletes all messages of a queue. Returns how many there were. */
    public long removeAll(String queue) throws IOException {
        return management.execute("remove-messages", queue(queue), Map.of()).asLong();
    }

    /** Returns the bytes of the server's heap that are in use after a collection. */
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
