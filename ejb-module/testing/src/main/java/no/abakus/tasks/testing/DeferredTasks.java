package no.abakus.tasks.testing;

import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import no.abakus.tasks.AsyncResult;
import no.abakus.tasks.Signature;
import no.abakus.tasks.TaskCall;
import no.abakus.tasks.TaskMethod;
import no.abakus.tasks.TaskSignature;
import no.abakus.tasks.Tasks;

/**
 * Passes each call on to the {@code Tasks} of an engine that may not exist yet. So a bean can get its {@code Tasks}
 * before the bean is registered.
 */
record DeferredTasks(Supplier<Tasks> door) implements Tasks {

    @Override
    public <R> AsyncResult<R> delay(TaskMethod<R> task, Object... args) {
        return door.get().delay(task, args);
    }

    @Override
    public <R> TaskCall<R> call(TaskMethod<R> task, Object... args) {
        return door.get().call(task, args);
    }

    @Override
    public TaskSignature signature(TaskMethod<?> task, Object... args) {
        return door.get().signature(task, args);
    }

    @Override
    public TaskCall<Object> call(String task) {
        return door.get().call(task);
    }

    @Override
    public TaskSignature signature(String task) {
        return door.get().signature(task);
    }

    @Override
    public AsyncResult<Object> applyAsync(Signature signature) {
        return door.get().applyAsync(signature);
    }

    @Override
    public <R> List<AsyncResult<R>> callAll(Collection<? extends TaskCall<R>> calls) {
        return door.get().callAll(calls);
    }

    @Override
    public AsyncResult<Object> result(String id) {
        return door.get().result(id);
    }
}
