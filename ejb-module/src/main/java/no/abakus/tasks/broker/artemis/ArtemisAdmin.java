package no.abakus.tasks.broker.artemis;

import jakarta.jms.ConnectionFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import no.abakus.jackson.core.JsonProcessingException;
import no.abakus.jackson.databind.JsonNode;
import no.abakus.jackson.databind.ObjectMapper;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.broker.portable.BrowsingAdmin;
import no.abakus.tasks.operate.QueueState;
import no.abakus.tasks.operate.WaitingTask;
import no.abakus.tasks.port.BrokerAdmin;
import no.abakus.tasks.transport.jms.QueueNames;
import no.abakus.tasks.transport.jms.ShownMessage;

/** Monitors and manages an Artemis broker. Thread-safe. */
final class ArtemisAdmin implements BrokerAdmin {

    /**
     * The scheduled messages of a queue are listed only if there are at most this many, because the broker can only
     * list all of them at once.
     */
    private static final long MOST_SCHEDULED = 10_000;

    /**
     * The possible prefixes of queues. Queues on WildFly have the longer prefix, and queues on a standalone broker may
     * have the shorter one.
     */
    private static final List<String> PREFIXES = List.of("queue.jms.queue.", "queue.");

    private static final String OLD_QUEUE = "jms.queue.";
    private static final String OLD_TOPIC = "jms.topic.";
    private static final String BROKER = "broker";
    private static final String QUEUE = "queue.";
    private static final String ADDRESS = "address.";

    private static final String DUE = "_AMQ_SCHED_DELIVERY";

    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, String> resources = new ConcurrentHashMap<>();
    private final Management management;
    private final BrowsingAdmin browsing;
    private final QueueNames names;

    ArtemisAdmin(ConnectionFactory connections, QueueNames names) {
        this.names = names;
        this.management = new Management(connections);
        this.browsing = new BrowsingAdmin(connections, names);
    }

    /** Whether the broker is Artemis. */
    boolean isThere() {
        return management.isArtemis();
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.allOf(Capability.class);
    }

    private String resource(String queue) {
        return made(queue)
                .orElseThrow(() -> new OperationalException(
                        "The broker's management knows no queue '" + names.atBroker(queue) + "'"));
    }

    /**
     * The queue's name in the broker's management; empty if the broker has not created the queue yet. The prefix is
     * detected once per queue.
     */
    private Optional<String> made(String queue) {
        return Optional.ofNullable(resources.computeIfAbsent(queue, name -> {
            for (String prefix : PREFIXES) {
                String resource = prefix + names.atBroker(name);
                if (management.is(resource, "paused")) {
                    return resource;
                }
            }
            return null;
        }));
    }

    /**
     * Creates the queues and topics in WildFly's broker, because that broker does not create them itself. A standalone
     * broker usually creates them itself, and may not allow Abakus to create anything.
     */
    @Override
    public void make(Set<String> queues, Set<String> topics) {
        if (!management.isWithOldPrefixes()) {
            return;
        }
        for (String queue : queues) {
            if (made(queue).isEmpty()) {
                String address = OLD_QUEUE + names.atBroker(queue);
                create(QUEUE + address, "createQueue", address, "ANYCAST", address, "", true, -1, false, true);
            }
        }
        for (String topic : topics) {
            String address = OLD_TOPIC + names.topicAtBroker(topic);
            if (!management.is(ADDRESS + address, "paused")) {
                create(ADDRESS + address, "createAddress", address, "MULTICAST");
            }
        }
    }

    private void create(String resource, String operation, Object... parameters) {
        try {
            management.invoke(BROKER, operation, parameters);
        } catch (UnsupportedOperationException e) {
            // Another node may have created the resource first.
            if (!management.is(resource, "paused")) {
                throw e;
            }
        }
    }

    @Override
    public QueueState state(String queue) {
        return made(queue).map(resource -> state(queue, resource)).orElseGet(() -> QueueState.empty(queue));
    }

    private QueueState state(String queue, String resource) {
        long scheduled = management.attribute(resource, "scheduledCount").asLong();
        long delivering = management.attribute(resource, "deliveringCount").asLong();
        long all = management.attribute(resource, "messageCount").asLong();
        return new QueueState(
                queue,
                OptionalLong.of(Math.max(0, all - scheduled - delivering)),
                OptionalLong.of(scheduled),
                OptionalLong.of(delivering),
                OptionalLong.of(management.attribute(resource, "consumerCount").asLong()),
                management.attribute(resource, "paused").asBoolean(),
                oldest(resource, all - scheduled - delivering));
    }

    /**
     * When the first waiting message was sent; empty if no message waits. The broker is not asked in that case, because
     * it may report the time of a message that has left the queue.
     */
    private Optional<Instant> oldest(String resource, long waiting) {
        long sent = waiting > 0
                ? management.attribute(resource, "firstMessageTimestamp").asLong(0)
                : 0;
        return sent > 0 ? Optional.of(Instant.ofEpochMilli(sent)) : Optional.empty();
    }

    @Override
    public List<QueueState> all() {
        Set<String> found = new TreeSet<>();
        management.attribute(BROKER, "queueNames").forEach(queue -> names.abakusName(queue.asText())
                .ifPresent(found::add));
        return found.stream()
                .map(name -> state(names.ofBroker(name)).under(name))
                .toList();
    }

    @Override
    public OptionalLong consumers(String queue) {
        return OptionalLong.of(made(queue)
                .map(resource -> management.attribute(resource, "consumerCount").asLong())
                .orElse(0L));
    }

    @Override
    public boolean isPaused(String queue) {
        return made(queue)
                .map(resource -> management.attribute(resource, "paused").asBoolean())
                .orElse(false);
    }

    @Override
    public List<WaitingTask> waiting(String queue, int most) {
        return browsing.waiting(queue, most);
    }

    @Override
    public List<WaitingTask> waiting(String queue, int most, BooleanSupplier mayGoOn) {
        return browsing.waiting(queue, most, mayGoOn);
    }

    @Override
    public Optional<WaitingTask> find(String queue, String taskId) {
        return browsing.find(queue, taskId).or(() -> findScheduled(queue, taskId));
    }

    private Optional<WaitingTask> findScheduled(String queue, String taskId) {
        try {
            return scheduled(queue, Integer.MAX_VALUE).stream()
                    .filter(task -> task.id().equals(taskId))
                    .findFirst();
        } catch (UnsupportedOperationException tooMany) {
            return Optional.empty();
        }
    }

    @Override
    public List<WaitingTask> scheduled(String queue, int most) {
        String resource = resource(queue);
        long count = management.attribute(resource, "scheduledCount").asLong();
        if (count > MOST_SCHEDULED) {
            throw new UnsupportedOperationException("The queue '" + queue + "' has " + count
                    + " tasks that wait for their time. They can be listed only if there are at most "
                    + MOST_SCHEDULED);
        }
        List<WaitingTask> found = new ArrayList<>();
        for (JsonNode message : list(management.invoke(resource, "listScheduledMessagesAsJSON"))) {
            found.add(shown(message, queue));
        }
        found.sort(Comparator.comparing(task -> task.due().orElse(Instant.MAX)));
        return found.size() > most ? List.copyOf(found.subList(0, most)) : found;
    }

    private JsonNode list(JsonNode answer) {
        try {
            return answer.isTextual() ? json.readTree(answer.asText()) : answer;
        } catch (JsonProcessingException e) {
            throw new OperationalException("The broker's list of messages cannot be read: " + e.getMessage(), e);
        }
    }

    private static WaitingTask shown(JsonNode message, String queue) {
        return ShownMessage.of(
                property -> Optional.ofNullable(message.get(property))
                        .filter(value -> !value.isNull())
                        .map(JsonNode::asText),
                queue,
                message.path("priority").asInt(),
                Optional.ofNullable(message.get(DUE)).map(due -> Instant.ofEpochMilli(due.asLong())),
                Optional.ofNullable(message.get("timestamp")).map(sent -> Instant.ofEpochMilli(sent.asLong())),
                message.path("messageID").asText());
    }

    @Override
    public void pause(String queue) {
        management.invoke(resource(queue), "pause", true);
    }

    @Override
    public void resume(String queue) {
        management.invoke(resource(queue), "resume");
    }

    @Override
    public boolean remove(String queue, String taskId) {
        String filter = "abakus_id = '" + taskId.replace("'", "''") + "'";
        return management.invoke(resource(queue), "removeMessages", filter).asLong() > 0;
    }
}
