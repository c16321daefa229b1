package no.abakus.tasks.history;

import java.util.Optional;
import no.abakus.logging.Redaction;
import no.abakus.tasks.TaskFailure;

/**
 * Writes a failure as a JVM does, but without secrets and without characters that a database cannot store. Thread-safe.
 */
final class ShownTraceback {

    private final Redaction redaction;
    private final Stacks stacks;
    private final int most;

    /** Creates a writer of at most this many characters. */
    ShownTraceback(Redaction redaction, Stacks stacks, int most) {
        this.redaction = redaction;
        this.stacks = stacks;
        this.most = most;
    }

    String of(TaskFailure failure) {
        StringBuilder text = new StringBuilder();
        for (Optional<TaskFailure> next = Optional.of(failure);
                next.isPresent() && text.length() < most;
                next = next.get().cause()) {
            text.append(text.isEmpty() ? "" : "Caused by: ")
                    .append(Fits.text(redaction.text(next.get().toString(), most), most))
                    .append('\n')
                    .append(stacks.of(next.get().frames()).text());
        }
        return text.substring(0, Fits.end(text, most));
    }
}
