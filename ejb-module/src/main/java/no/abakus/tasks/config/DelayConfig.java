package no.abakus.tasks.config;

import java.time.Duration;
import java.util.List;

/**
 * The place where delayed tasks wait.
 *
 * @param parkAbove tasks with a longer delay than this wait in the database
 */
public record DelayConfig(Duration parkAbove) {

    static final Setting<Duration> PARK_ABOVE = Setting.span(
            "abakus.tasks.delay.park-above",
            "PT5M",
            Duration.ofSeconds(1),
            "A task with a longer delay than this waits in the database, and moves to its queue shortly before it is"
                    + " due.");

    static final List<Setting<?>> SETTINGS = List.of(PARK_ABOVE);

    /**
     * How long before its due time a task is moved to its queue. From there, the broker delivers it with millisecond
     * accuracy.
     */
    public Duration lead() {
        Duration half = parkAbove.dividedBy(2);
        return half.compareTo(LONGEST_LEAD) > 0 ? LONGEST_LEAD : half;
    }

    /** How often a node looks for tasks that are due within the {@link #lead}. */
    public Duration betweenLooks() {
        return lead().dividedBy(4);
    }

    private static final Duration LONGEST_LEAD = Duration.ofMinutes(1);

    static DelayConfig from(SettingReader reader) {
        return new DelayConfig(reader.read(PARK_ABOVE));
    }
}
