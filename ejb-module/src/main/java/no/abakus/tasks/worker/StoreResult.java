package no.abakus.tasks.worker;

import java.util.Optional;
import no.abakus.tasks.result.ResultCodec;
import no.abakus.tasks.result.UnstorableResultException;

/** Encodes the result for storage, if it is to be stored. If the result cannot be stored, the task fails. */
final class StoreResult {

    private final ResultCodec codec;

    StoreResult(ResultCodec codec) {
        this.codec = codec;
    }

    Outcome stored(Execution execution, Outcome.Succeeded succeeded) {
        if (!execution.tracking().value()) {
            return succeeded;
        }
        Object result = succeeded.result();
        try {
            return new Outcome.Succeeded(
                    result, Optional.of(codec.result(execution.definition().name(), result)));
        } catch (UnstorableResultException e) {
            return new Outcome.Failed(e);
        } catch (RuntimeException | Error e) {
            // If the result's own methods throw during encoding, the task fails with that exception.
            return new Outcome.Failed(e);
        }
    }
}
