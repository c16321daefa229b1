package no.abakus.tasks.console.live;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The topics that a stream can have. */
enum Topic {
    /** The overview, which is sampled every two seconds, so that the page soon names what fails. */
    OVERVIEW(Duration.ofSeconds(2)),
    QUEUES(Duration.ofSeconds(5)),
    WORKERS(Duration.ofSeconds(2)),
    BULK(Duration.ofSeconds(1));

    private static final int LONGEST = 100;

    private final Duration interval;

    Topic(Duration interval) {
        this.interval = interval;
    }

    /** The time between two samples. */
    Duration interval() {
        return interval;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the topics in a list such as {@code overview,queues}; empty if one of them is unknown. */
    static Optional<Set<Topic>> listed(String text) {
        if (text == null || text.length() > LONGEST) {
            return Optional.empty();
        }
        Set<Topic> topics = EnumSet.noneOf(Topic.class);
        for (String word : text.split(",", -1)) {
            Optional<Topic> topic =
                    Stream.of(values()).filter(one -> one.word().equals(word)).findFirst();
            if (topic.isEmpty()) {
                return Optional.empty();
            }
            topics.add(topic.get());
        }
        return Optional.of(topics);
    }
}
