package no.abakus.tasks;

import java.util.ArrayList;
import java.util.Arrays;
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

    private static final String ELLIPSIS = "…";

    public TaskFailure {
        frames = List.copyOf(frames);
    }

    /** What is kept of this exception. */
    public static TaskFailure of(Throwable thrown) {
        return of(thrown, MAX_CAUSES);
    }

    /** A failure that no exception tells of. */
    public static TaskFailure of(String type, String message) {
        return new TaskFailure(type, Optional.of(cut(message)), List.of(), Optional.empty());
    }

    private static TaskFailure of(Throwable thrown, int causesLeft) {
        Throwable cause = causesLeft == 0 || thrown.getCause() == thrown ? null : thrown.getCause();
        return new TaskFailure(
                thrown.getClass().getName(),
                message(thrown),
                frames(thrown),
                cause == null ? Optional.empty() : Optional.of(of(cause, causesLeft - 1)));
    }

    private static Optional<String> message(Throwable thrown) {
        try {
            return Optional.ofNullable(thrown.getMessage()).map(TaskFailure::cut);
        } catch (RuntimeException e) {
            // A message is made by somebody's code; that it fails must not hide what happened.
            return Optional.of("[no message: " + e.getClass().getName() + "]");
        }
    }

    private static List<String> frames(Throwable thrown) {
        StackTraceElement[] trace = thrown.getStackTrace();
        List<String> frames = new ArrayList<>(Arrays.stream(trace)
                .limit(MAX_FRAMES)
                .map(StackTraceElement::toString)
                .toList());
        if (trace.length > MAX_FRAMES) {
            frames.set(MAX_FRAMES - 1, "… " + (trace.length - MAX_FRAMES + 1) + " more");
        }
        return frames;
    }

    private static String cut(String text) {
        if (text.length() <= MAX_MESSAGE) {
            return text;
        }
        int end = MAX_MESSAGE - ELLIPSIS.length();
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + ELLIPSIS;
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
