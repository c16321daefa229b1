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
     * Selects the task with this id.
     *
     * @throws TaskOptionException if the id is blank
     */
    static Revocable id(String id) {
        return ids(Set.of(id));
    }

    /**
     * Selects the tasks with these ids.
     *
     * @throws TaskOptionException if the collection is empty or contains a blank id
     */
    static Revocable ids(Collection<String> ids) {
        return new Ids(new LinkedHashSet<>(ids));
    }

    /**
     * Selects all tasks with this name that have been sent so far.
     *
     * @throws TaskOptionException if the name is blank or longer than 255 characters
     */
    static Matching named(String task) {
        return new Matching(By.TASK, task, "", Duration.ZERO);
    }

    /**
     * Selects all tasks with this header that have been sent so far. Numbers and booleans are compared as strings.
     *
     * @throws TaskOptionException if the name is blank or longer than 255 characters, or the value is longer than 512
     *     characters
     */
    static Matching withHeader(String name, Object value) {
        return new Matching(By.HEADER, name, String.valueOf(value), Duration.ZERO);
    }

    /**
     * Selects all tasks that have been sent so far in a log context with this key, such as {@code request_id}, and this
     * value. Numbers and booleans are compared as strings.
     *
     * @throws TaskOptionException if the key is blank or longer than 255 characters, or the value is longer than 512
     *     characters
     */
    static Matching withContext(String key, Object value) {
        return new Matching(By.CONTEXT, key, String.valueOf(value), Duration.ZERO);
    }

    /**
     * Tasks selected by id.
     *
     * @param ids the ids; at least one, and none of them blank
     */
    record Ids(Set<String> ids) implements Revocable {
        public Ids {
            if (ids.isEmpty() || ids.stream().anyMatch(String::isBlank)) {
                throw new TaskOptionException("Revoking tasks by id needs at least one id, and no id may be blank");
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
     * @param later the time from now within which newly sent tasks are also selected; zero to select only tasks sent so
     *     far
     */
    record Matching(By by, String name, String value, Duration later) implements Revocable {

        private static final int LONGEST_NAME = 255;
        private static final int LONGEST_VALUE = 512;

        public Matching {
            Objects.requireNonNull(by, "by");
            if (name.isBlank() || name.length() > LONGEST_NAME || value.length() > LONGEST_VALUE) {
                throw new TaskOptionException(
                        "Revoking tasks by " + by.label() + " needs a name of 1 to " + LONGEST_NAME
                                + " characters that is not blank, and a value of at most " + LONGEST_VALUE
                                + " characters. The name has " + name.length() + " characters, the value "
                                + value.length());
            }
            if (later.compareTo(Duration.ofNanos(Long.MAX_VALUE)) > 0) {
                throw new TaskOptionException("Cannot revoke the tasks sent within " + later
                        + " from now, because the time must be at most 292 years");
            }
            if (later.isNegative()) {
                throw new TaskOptionException("Cannot revoke the tasks sent within " + later
                        + " from now, because the time must not be negative");
            }
        }

        /**
         * Returns a selection that also includes tasks sent within this time from now, for example by a task that is
         * still running.
         *
         * @throws TaskOptionException if the time is negative or longer than 292 years
         */
        public Matching alsoSentWithin(Duration span) {
            return new Matching(by, name, value, span);
        }

        /** Returns the selection for display, such as {@code context request_id=abc}, redacted as in a log line. */
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

        /** Returns the name used in messages to people and in the REST API. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
