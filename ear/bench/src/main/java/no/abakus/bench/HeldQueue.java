package no.abakus.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A queue of the deployed archive. The queue can be paused, so that it is filled before a consumer receives anything.
 */
final class HeldQueue {

    private final Management management;
    private final List<String> resource;
    private final List<String> core;

    /**
     * Refers to a queue that a module of the deployed archive defines.
     *
     * @param deployment the address of that module in the server's management model, as alternating keys and values
     */
    HeldQueue(Management management, List<String> deployment, String name) {
        this.management = management;
        this.core =
                List.of("subsystem", "messaging-activemq", "server", "default", "runtime-queue", "jms.queue." + name);
        this.resource = Stream.concat(
                        deployment.stream(),
                        Stream.of("subsystem", "messaging-activemq", "server", "default", "jms-queue", name))
                .toList();
    }

    void hold() throws IOException {
        management.execute("pause", resource, Map.of());
    }

    void release() throws IOException {
        management.execute("resume", resource, Map.of());
    }

    /** Returns how many messages wait at the broker until they are due. */
    int scheduled() throws IOException {
        return management
                .execute("read-attribute", resource, Map.of("name", "scheduled-count"))
                .asInt();
    }

    /**
     * Returns the messages that wait at the broker until they are due, with their properties. The property
     * {@code _AMQ_SCHED_DELIVERY} is the due time, in milliseconds since the beginning of 1970 in UTC.
     */
    JsonNode listScheduled() throws IOException {
        return management.execute("list-scheduled-messages", core, Map.of());
    }

    void clear() throws IOException {
        management.execute("remove-messages", resource, Map.of());
    }
}
