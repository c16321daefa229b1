package no.abakus.tasks.history;

import java.util.Optional;
import no.abakus.logging.Redaction;
import no.abakus.tasks.TaskFailure;

/**
 * Writes a failure as a JVM would, without secrets. Only messages are searched for secrets: frames are nine tenths of the
 * text, and contain only names from the code. Thread-safe.
 */
final class ShownTraceback {

    /** What names of classes, methods and files consist of, besides letters and digits. */
    private static final String IN_NAMES = "._$/<>():- @";

    private final Redaction redaction;
    private final int most;

    /** Writes at most this many characters, and stops soon after. */
    ShownTraceback(Redaction redaction, int most) {
        this.redaction = redaction;
        this.most = most;
    }

    String of(TaskFailure failure) {
        StringBuilder text = new StringBuilder();
        for (Optional<TaskFailure> next = Optional.of(failure);
                next.isPresent() && text.length() < most;
                next = next.get().cause()) {
            text.append(text.isEmpty() ? "" : "Caused by: ")
                    .append(redaction.text(next.get().toString(), most))
                    .append('\n');
            for (String frame : next.get().frames()) {
                if (text.length() >= most) {
                    break;
                }
                text.append("\tat ")
                        .append(isName(frame) ? frame : redaction.text(frame, most))
                        .append('\n');
            }
        }
        return text.toString();
    }

    /** An exception's own method may return any text as a frame. */
    private static boolean isName(String frame) {
        for (int i = 0; i < frame.length(); i++) {
            char c = frame.charAt(i);
            if (!Character.isLetterOrDigit(c) && IN_NAMES.indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }
}
