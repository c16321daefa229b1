package no.abakus.tasks.console.live;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/**
 * Samples each topic that has listeners. All listeners of a topic share the sample, and receive it only if it has
 * changed. Thread-safe.
 */
final class Sampler {

    /** Shorter than the time after which proxies close an idle connection. */
    private static final Duration BETWEEN_HEARTBEATS = Duration.ofSeconds(10);

    private final Function<Topic, Optional<String>> source;
    private final InstantSource clock;
    private final int most;
    private final List<LiveStream> streams = new CopyOnWriteArrayList<>();
    private final Map<Topic, Sample> samples = new EnumMap<>(Topic.class);
    private long lastId;

    /**
     * Creates a sampler without streams.
     *
     * @param source returns the JSON of a topic; empty if the topic's data cannot be reached
     * @param most the maximum number of streams
     */
    Sampler(Function<Topic, Optional<String>> source, InstantSource clock, int most) {
        this.source = source;
        this.clock = clock;
        this.most = most;
    }

    private record Sample(long id, String name, String data, Instant at) {}

    /** Whether there is room for another stream. */
    boolean hasRoom() {
        streams.removeIf(LiveStream::isOver);
        return streams.size() < most;
    }

    boolean isIdle() {
        streams.removeIf(LiveStream::isOver);
        return streams.isEmpty();
    }

    void add(LiveStream stream) {
        stream.begin();
        streams.add(stream);
    }

    void remove(LiveStream stream) {
        stream.close();
        streams.remove(stream);
    }

    /** Samples what is due and sends it. Call this once a second. */
    synchronized void tick() {
        for (Topic topic : Topic.values()) {
            List<LiveStream> listeners = new ArrayList<>(streams);
            listeners.removeIf(stream -> !stream.isAbout(topic));
            if (!listeners.isEmpty()) {
                Sample sample = sample(topic);
                listeners.forEach(
                        stream -> stream.send(topic, sample.id(), sample.name(), sample.data(), clock.instant()));
            }
        }
        streams.forEach(stream -> stream.look(clock.instant(), BETWEEN_HEARTBEATS));
        streams.removeIf(LiveStream::isOver);
    }

    private Sample sample(Topic topic) {
        Sample before = samples.get(topic);
        Instant now = clock.instant();
        if (before != null && now.isBefore(before.at().plus(topic.interval()))) {
            return before;
        }
        Optional<String> data = source.apply(topic);
        String name = data.isPresent() ? topic.word() : "unavailable";
        String text = data.orElse("{\"topic\":\"" + topic.word() + "\"}");
        boolean isSame = before != null && before.data().equals(text);
        Sample next = new Sample(isSame ? before.id() : ++lastId, name, text, now);
        samples.put(topic, next);
        return next;
    }

    /** Ends all streams. */
    void end() {
        streams.forEach(LiveStream::close);
        streams.clear();
    }
}
