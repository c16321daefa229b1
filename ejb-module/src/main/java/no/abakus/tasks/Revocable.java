package no.abakus.tasks;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import no.abakus.logging.Redaction;

/**
 * Which tasks are not to run: those of some ids, or all of a name, with a header, or sent in a log context. Immutable. Celery:
 * what {@code control.revoke} and {@code revoke_by_stamped_headers} take.
 */
public sealed interface Revocable {

    /** The task of this id. */
    static Revocable id(String id) {
        return ids(Set.of(id));
    }

    /** The tasks of these ids. */
    static Revocable ids(Collection<String> ids) {
        return new Ids(new LinkedHashSet<>(ids));
    }

    /** All tasks of this name that were sent so far. */
    static Matching named(String task) {
        return new Matching(By.TASK, task, "", Duration.ZERO);
    }

    /** All tasks that were sent so far with this header; numbers and booleans are compared as text. */
    static Matching withHeader(String name, Object value) {
        return new Matching(By.HEADER, name, String.valueOf(value), Duration.ZERO);
    }

    /**
     * All tasks that were sent so far in a log context with this value, such as {@code request_id}; numbers and booleans are
     * compared as text.
     */
    static Matching withContext(String key, Object value) {
        return new Matching(By.CONTEXT, key, String.valueOf(value), Duration.ZERO);
    }

    /**
     * Tasks by their ids.
     *
     * @param ids the ids, none of them blank
     */
    record Ids(Set<String> ids) implements Revocable {
        public Ids {
            if (ids.isEmpty() || ids.stream().anyMatch(String::isBlank)) {
                throw new TaskOptionException("To revoke tasks by id takes one id or more, and none of them blank");
            }
            ids = Set.copyOf(ids);
        }
    }

    /**
     * Tasks by what they carry.
     *
     * @param by what is compared
     * @param name the task's name, the header's, or the key of the log context; at most 255 characters
     * @param value the value as text, at most 512 characters; empty for a task's name
     * @param later how long from now on tasks that are sent count as well; zero for those sent so far
     */
    record Matching(By by, String name, String value, Duration later) implements Revocable {

        private static final int LONGEST_NAME = 255;
        private static final int LONGEST_VALUE = 512;

        public Matching {
            Objects.requireNonNull(by, "by");
            if (name.isBlank() || name.length() > LONGEST_NAME || value.length() > LONGEST_VALUE) {
                throw new TaskOptionException(
                        "To revoke tasks by " + by.label() + " takes a name of 1 to " + LONGEST_NAME
                                + " characters and a value of at most " + LONGEST_VALUE + "; these are " + name.length()
                                + " and "
                                + value.length());
            }
            if (later.compareTo(Duration.ofNanos(Long.MAX_VALUE)) > 0) {
                throw new TaskOptionException(
                        "Tasks sent from now on for " + later + " are to be revoked; that takes at most 292 years");
            }
            if (later.isNegative()) {
                throw new TaskOptionException("Tasks sent from now on for " + later
                        + " are to be revoked; that takes a time that is not negative");
            }
        }

        /** As well those that are sent from now on for this long: what a running task still sends, for example. */
        public Matching alsoSentWithin(Duration span) {
            return new Matching(by, name, value, span);
        }

        /** For a reader, such as {@code context request_id=abc}; redacted, as in a log line. */
        @Override
        public String toString() {
            String shown = by.label() + " " + name;
            return by == By.TASK ? shown : shown + "=" + Redaction.active().value(name, value);
        }
    }

    /** What is compared. */
    enum By {
        /** The task's name. */
        TASK,
        /** A header of the call. */
        HEADER,
        /** A key of the sender's log context. */
        CONTEXT;

        /** As it stands in texts and in the REST API. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
