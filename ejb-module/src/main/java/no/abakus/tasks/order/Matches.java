package no.abakus.tasks.order;

import java.time.Instant;
import no.abakus.tasks.operate.Revocable;
import no.abakus.tasks.port.MatchingRevocation;
import no.abakus.tasks.spi.TaskMessage;

/** Decides whether a revocation applies to a task. */
final class Matches {

    private Matches() {}

    static boolean concern(MatchingRevocation revocation, TaskMessage message, Instant sent) {
        return !sent.isAfter(revocation.sentUntil()) && carries(message, revocation.match());
    }

    private static boolean carries(TaskMessage message, Revocable.Matching match) {
        return switch (match.by()) {
            case TASK -> message.task().equals(match.name());
            case HEADER -> isSaid(message.extras().headers().get(match.name()), match.value());
            case CONTEXT -> isSaid(message.context().get(match.name()), match.value());
        };
    }

    private static boolean isSaid(Object value, String wanted) {
        return value != null && String.valueOf(value).equals(wanted);
    }
}
