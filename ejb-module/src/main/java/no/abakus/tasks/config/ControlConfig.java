package no.abakus.tasks.config;

import java.time.Duration;
import java.util.List;

/**
 * How nodes detect each other, and how revocations and pauses are kept.
 *
 * @param heartbeat how often a node reports that it is alive
 * @param refresh how often a node rereads revocations and pauses
 * @param revocationRetention how long a revocation is kept
 * @param events whether nodes send monitoring events from startup
 */
public record ControlConfig(Duration heartbeat, Duration refresh, Duration revocationRetention, boolean events) {

    static final Setting<Duration> HEARTBEAT = Setting.span(
            "abakus.tasks.control.heartbeat",
            "PT5S",
            Duration.ofMillis(100),
            "How often a node tells the others that it is alive. After three missed heartbeats, they consider the"
                    + " node dead.");
    static final Setting<Duration> REFRESH = Setting.span(
            "abakus.tasks.control.refresh",
            "PT10S",
            Duration.ofMillis(100),
            "How often a node rereads revocations and pauses, in case it has missed a notification.");
    static final Setting<Duration> REVOCATION_RETENTION = Setting.span(
            "abakus.tasks.control.revocation-retention",
            "P30D",
            Duration.ofMinutes(1),
            "How long a revocation is kept; the time must exceed the longest countdown of tasks that may be revoked.");

    static final Setting<Boolean> EVENTS = Setting.toggle(
            "abakus.tasks.control.events",
            false,
            "Whether monitoring events are on from the start; TaskControl.enableEvents turns them on later.");

    static final List<Setting<?>> SETTINGS = List.of(HEARTBEAT, REFRESH, REVOCATION_RETENTION, EVENTS);

    static ControlConfig from(SettingReader reader) {
        return new ControlConfig(
                reader.read(HEARTBEAT), reader.read(REFRESH), reader.read(REVOCATION_RETENTION), reader.read(EVENTS));
    }
}
