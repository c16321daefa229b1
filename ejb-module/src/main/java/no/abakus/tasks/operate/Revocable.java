package no.abakus.tasks.operate;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import no.abakus.logging.Redaction;
import no.abakus.tasks.TaskOptionException;

/**
 * Selects the tasks to revoke: by id, by name, by header, or by a value in the sender's log context. Immutable. Celery:
 * the arguments of {@code control.revoke} and {@code revoke_by_stamped_headers}.
 */
public sealed interface Revocable {

    /**
     * The task with this id.
     *
     * @throws TaskOptionException if the id is blank
     */
    static Revocable id(String id) {
        return ids(Set.of(id));
    }

    /**
     * The tasks with these ids.
     *
     * @throws TaskOptionException if the collection is empty or contains a blank id
     */
    static Revocable ids(Collection<String> ids) {
        return new Ids(new LinkedHashSet<>(ids));
    }

    /**
     * All tasks with this name sent so far.
     *
     * @throws TaskOptionException if the name is blank or longer than 255 characters
     */
    static Matching named(String task) {
        return new Matching(By.TASK, task, "", Duration.ZERO);
    }

    /**
     * All tasks sent so far with this header; numbers and booleans are compared as strings.
     *
     * @throws TaskOptionException if the name is blank or longer than 255 characters, or the value is longer than 512
     */
    static Matching withHeader(String name, Object value) {
        return new Matching(By.HEADER, name, String.valueOf(value), Duration.ZERO);
    }

    /**
     * All tasks sent so far in a log context with this value, such as {@code request_id}; numbers and booleans are
     * compared as strings.
     *
     * @throws TaskOptionException if the key is blank or longer than 255 characters, or the value is longer than 512
     */
    static Matching withContext(String key, Object value) {
        return new Matching(By.CONTEXT, key, String.valueOf(value), Duration.ZERO);
    }

    /**
     * Tasks selected by id.
     *
     * @param ids the ids: at least one, and none of them blank
     */
    record Ids(Set<String> ids) implements Revocable {
        public Ids {
            if (ids.isEmpty() || ids.stream().anyMatch(String::isBlank)) {
                throw new TaskOptionException("Revoking tasks by id takes one id or more, none of them blank");
            }
            ids = Set.copyOf(ids);
        }
    }

    /**
     * Tasks selected by a value in their messages.
     *
     * @param by the part of the message that is compared
     * @param name the name of the task or header, or the key in the log context; at most 255 characters
     * @param value the value as a string, at most 512 characters; empty for a task name
     * @param later how long from now newly sent tasks are included too; zero includes only tasks sent so far
     */
    record Matching(By by, String name, String value, Duration later) implements Revocable {

        private static final int LONGEST_NAME = 255;
        private static final int LONGEST_VALUE = 512;

        public Matching {
            Objects.requireNonNull(by, "by");
            if (name.isBlank() || name.length() > LONGEST_NAME || value.length() > LONGEST_VALUE) {
                throw new TaskOptionException(
                        "Revoking tasks by " + by.label() + " takes a name of 1 to " + LONGEST_NAME
                                + " characters and a value of at most " + LONGEST_VALUE + "; these are " + name.length()
                                + " and "
                                + value.length());
            }
            if (later.compareTo(Duration.ofNanos(Long.MAX_VALUE)) > 0) {
                throw new TaskOptionException("Tasks sent within " + later
                        + " from now are to be revoked; the time must be at most 292 years");
            }
            if (later.isNegative()) {
                throw new TaskOptionException(
                        "Tasks sent within " + later + " from now are to be revoked; the time must not be negative");
            }
        }

        /**
         * Also includes tasks that are sent within this time from now, such as tasks sent by a task that is still
         * running.
         *
         * @throws TaskOptionException if the time is negative or longer than 292 years
         */
        public Matching alsoSentWithin(Duration span) {
            return new Matching(by, name, value, span);
        }

        /** For display, such as {@code context request_id=abc}; redacted as in a log line. */
        @Override
        public String toString() {
            String shown = by.label() + " " + name;
            return by == By.TASK ? shown : shown + "=" + Redaction.active().value(name, value);
        }
    }

    /** The part of a message that is compared. */
    enum By {
        /** The task's name. */
        TASK,
        /** A header of the call. */
        HEADER,
        /** A key of the sender's log context. */
        CONTEXT;

        /** The name used in messages to people and in the REST API. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
