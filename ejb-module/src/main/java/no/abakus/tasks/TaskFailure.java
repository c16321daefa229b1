package no.abakus.tasks;

import java.util.List;
import java.util.Optional;

/**
 * An exception stored as data, readable without the exception's class. No class is ever loaded or instantiated from it.
 * Immutable.
 *
 * @param type the exception's class name
 * @param message its message, at most {@value #MAX_MESSAGE} characters
 * @param frames its stack trace, innermost frame first, at most {@value #MAX_FRAMES} frames
 * @param cause its cause, at most {@value #MAX_CAUSES} deep
 */
public record TaskFailure(String type, Optional<String> message, List<String> frames, Optional<TaskFailure> cause) {

    /** The maximum length of a message, in characters. */
    public static final int MAX_MESSAGE = 4_000;

    /** The maximum number of stack frames of one exception. */
    public static final int MAX_FRAMES = 60;

    /** The maximum number of nested causes of an exception. */
    public static final int MAX_CAUSES = 8;

    public TaskFailure {
        frames = List.copyOf(frames);
    }

    /**
     * Converts the exception to data. Never throws. If a method of the exception throws, the failure says so in
     * brackets.
     */
    public static TaskFailure of(Throwable thrown) {
        return of(thrown, MAX_CAUSES);
    }

    /** Returns a failure that did not come from an exception. */
    public static TaskFailure of(String type, String message) {
        return new TaskFailure(
                type, Optional.of(ExceptionText.bounded(message, MAX_MESSAGE)), List.of(), Optional.empty());
    }

    private static TaskFailure of(Throwable thrown, int causesLeft) {
        return new TaskFailure(
                thrown.getClass().getName(),
                ExceptionText.message(thrown, MAX_MESSAGE),
                ExceptionText.frames(thrown, MAX_FRAMES),
                causesLeft == 0
                        ? Optional.empty()
                        : ExceptionText.cause(thrown).map(cause -> of(cause, causesLeft - 1)));
    }

    /** Returns the whole failure as a JVM would print it. Celery: {@code traceback}. */
    public String traceback() {
        StringBuilder text = new StringBuilder();
        Optional<TaskFailure> next = Optional.of(this);
        while (next.isPresent()) {
            TaskFailure failure = next.get();
            text.append(text.isEmpty() ? "" : "Caused by: ").append(failure).append('\n');
            failure.frames.forEach(frame -> text.append("\tat ").append(frame).append('\n'));
            next = failure.cause;
        }
        return text.toString();
    }

    /** Returns the type and the message, such as {@code java.lang.IllegalStateException: no such user}. */
    @Override
    public String toString() {
        return message.map(text -> type + ": " + text).orElse(type);
    }
}
