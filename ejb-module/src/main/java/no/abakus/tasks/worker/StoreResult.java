package no.abakus.tasks.worker;

import java.util.Optional;
import no.abakus.tasks.result.ResultCodec;
import no.abakus.tasks.result.UnstorableResultException;

/** Writes the result as it is stored, where somebody wants it; one that cannot be stored fails its task. */
final class StoreResult implements Step {

    private final ResultCodec codec;

    StoreResult(ResultCodec codec) {
        this.codec = codec;
    }

    @Override
    public Outcome apply(Execution execution, Rest rest) {
        Outcome outcome = rest.apply(execution);
        if (!execution.tracking().value() || !(outcome instanceof Outcome.Succeeded succeeded)) {
            return outcome;
        }
        Object result = succeeded.result();
        try {
            return new Outcome.Succeeded(
                    result, Optional.of(codec.result(execution.definition().name(), result)));
        } catch (UnstorableResultException e) {
            return new Outcome.Failed(e);
        } catch (RuntimeException | Error e) {
            // What the result's own methods throw, when it is written, is thrown by the task.
            return new Outcome.Failed(e);
        }
    }
}
