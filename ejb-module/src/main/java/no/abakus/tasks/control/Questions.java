package no.abakus.tasks.control;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import no.abakus.tasks.limit.TimeAllowed;
import no.abakus.tasks.operate.ActiveTask;
import no.abakus.tasks.operate.ControlAnswer;
import no.abakus.tasks.operate.NodeStats;
import no.abakus.tasks.operate.WaitingTask;

/** The commands that query nodes, or that change nodes until they are restarted. */
final class Questions {

    /** The content of a query without an argument. */
    static final String NOTHING = "";

    static final Command<String, Boolean> PING = new Command<>("ping", String.class, Boolean.class);
    static final Command<String, ActiveTask[]> ACTIVE = new Command<>("active", String.class, ActiveTask[].class);
    static final Command<String, String[]> REGISTERED = new Command<>("registered", String.class, String[].class);
    static final Command<String, NodeStats> STATS = new Command<>("stats", String.class, NodeStats.class);
    static final Command<String, SlotWait[]> SLOT_WAITS = new Command<>("slot-waits", String.class, SlotWait[].class);
    /** Asks for the task with an id; a node that has not sent this task back replies with an empty array. */
    static final Command<String, WaitingTask[]> SENT_BACK =
            new Command<>("sent-back", String.class, WaitingTask[].class);

    static final Command<Rate, ControlAnswer> RATE_LIMIT = order("rate-limit", Rate.class);
    static final Command<Time, ControlAnswer> TIME_LIMIT = order("time-limit", Time.class);
    static final Command<String, ControlAnswer> ADD_CONSUMER = order("add-consumer", String.class);
    static final Command<String, ControlAnswer> CANCEL_CONSUMER = order("cancel-consumer", String.class);
    static final Command<String, ControlAnswer> QUIET = order("quiet", String.class);
    static final Command<String, ControlAnswer> WAKE = order("wake", String.class);
    static final Command<Long, ControlAnswer> SHUTDOWN = order("shutdown", Long.class);
    static final Command<String, ControlAnswer> ENABLE_EVENTS = order("enable-events", String.class);
    static final Command<String, ControlAnswer> DISABLE_EVENTS = order("disable-events", String.class);

    /** A task that waits for a slot, and the time at which the worker received the task. */
    record SlotWait(String id, Instant since) {}

    /** A task's new rate limit; the empty string removes the limit. */
    record Rate(String task, String rate) {}

    /** A task's new time limits; zero means no limit. */
    record Time(String task, long softMillis, long hardMillis) {
        static Time of(String task, TimeAllowed allowed) {
            return new Time(task, millis(allowed.soft()), millis(allowed.hard()));
        }

        TimeAllowed allowed() {
            return new TimeAllowed(limit(softMillis), limit(hardMillis));
        }

        private static long millis(Optional<Duration> limit) {
            // A limit below a millisecond must not become zero, because zero means no limit.
            return limit.map(some -> Math.max(1, some.toMillis())).orElse(0L);
        }

        private static Optional<Duration> limit(long millis) {
            return millis == 0 ? Optional.empty() : Optional.of(Duration.ofMillis(millis));
        }
    }

    private Questions() {}

    private static <Q> Command<Q, ControlAnswer> order(String name, Class<Q> content) {
        return new Command<>(name, content, ControlAnswer.class);
    }
}
