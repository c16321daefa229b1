package no.abakus.tasks;

import java.util.List;
import java.util.Optional;

/**
 * An exception as data: what is kept of it, and what can be read back anywhere without its class. No class is ever
 * loaded or instantiated from it. Immutable.
 *
 * @param type the exception's class name
 * @param message its message, at most {@value #MAX_MESSAGE} characters
 * @param frames where it was thrown, the innermost first, at most {@value #MAX_FRAMES}
 * @param cause what caused it, at most {@value #MAX_CAUSES} deep
 */
public record TaskFailure(String type, Optional<String> message, List<String> frames, Optional<TaskFailure> cause) {

    /** The most characters of a message. */
    public static final int MAX_MESSAGE = 4_000;

    /** The most frames of one exception. */
    public static final int MAX_FRAMES = 60;

    /** The most causes of an exception. */
    public static final int MAX_CAUSES = 8;

    public TaskFailure {
        frames = List.copyOf(frames);
    }

    /**
     * What is kept of this exception. It never throws: what the exception cannot say of itself, since a method of it throws,
     * the failure says in brackets.
     */
    public static TaskFailure of(Throwable thrown) {
        return of(thrown, MAX_CAUSES);
    }

    /** A failure that no exception tells of. */
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

    /** The whole as a JVM would print it. Celery: {@code traceback}. */
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

    /** {@code java.lang.IllegalStateException: no such user}. */
    @Override
    public String toString() {
        return message.map(text -> type + ": " + text).orElse(type);
    }
}
