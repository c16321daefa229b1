package no.abakus.tasks.worker;

import no.abakus.logging.LogContext;
import no.abakus.logging.LogScope;

/** Everything from here on is logged in the context of the task's sender and of the task. */
final class OpenLogScope implements Step {

    @Override
    public Outcome apply(Execution execution, Rest rest) {
        try (LogScope scope = LogContext.replace(execution.context())) {
            return rest.apply(execution);
        }
    }
}
