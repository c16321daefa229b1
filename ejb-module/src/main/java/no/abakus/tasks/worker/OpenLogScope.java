package no.abakus.tasks.worker;

import no.abakus.logging.LogContext;
import no.abakus.logging.LogScope;

/** Opens the log context of the task and its sender for all later steps. */
final class OpenLogScope implements Step {

    @Override
    public Outcome apply(Execution execution, Rest rest) {
        try (LogScope scope = LogContext.replace(execution.context())) {
            return rest.apply(execution);
        }
    }
}
