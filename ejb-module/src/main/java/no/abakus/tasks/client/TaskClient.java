package no.abakus.tasks.client;

import java.util.Optional;
import no.abakus.tasks.AsyncResult;
import no.abakus.tasks.Signature;
import no.abakus.tasks.TaskCall;
import no.abakus.tasks.TaskMethod;
import no.abakus.tasks.TaskOption;
import no.abakus.tasks.TaskSignature;
import no.abakus.tasks.Tasks;
import no.abakus.tasks.publish.Publisher;
import no.abakus.tasks.registry.ArgumentCheck;
import no.abakus.tasks.registry.TaskDefinition;
import no.abakus.tasks.registry.TaskRegistry;
import no.abakus.tasks.spi.TaskArguments;
import no.abakus.tasks.spi.TaskMessage;

/** The {@link Tasks} of an application. Thread-safe. */
public final class TaskClient implements Tasks {

    private final TaskRegistry registry;
    private final Publisher publisher;
    private final ArgumentCheck arguments;

    public TaskClient(TaskRegistry registry, Publisher publisher, ArgumentCheck arguments) {
        this.registry = registry;
        this.publisher = publisher;
        this.arguments = arguments;
    }

    @Override
    public <R> AsyncResult<R> delay(TaskMethod<R> task, Object... args) {
        return this.<R>call(task, args).applyAsync();
    }

    @Override
    public <R> TaskCall<R> call(TaskMethod<R> task, Object... args) {
        return new PreparedCall<>(this, signature(task, args), true);
    }

    @Override
    public TaskSignature signature(TaskMethod<?> task, Object... args) {
        return TaskSignature.of(registry.get(task).name()).withArgs(args);
    }

    @Override
    public TaskCall<Object> call(String task) {
        return new PreparedCall<>(this, signature(task), false);
    }

    @Override
    public TaskSignature signature(String task) {
        return TaskSignature.of(task);
    }

    @Override
    public AsyncResult<Object> applyAsync(Signature signature) {
        return send((TaskSignature) signature, false);
    }

    /** Sends it; {@code compiled} says that the compiler has checked the arguments. */
    <R> AsyncResult<R> send(TaskSignature signature, boolean compiled) {
        Optional<TaskDefinition> definition = registry.find(signature.task());
        if (definition.isEmpty() && signature.options().get(TaskOption.QUEUE).isEmpty()) {
            throw registry.notFound(signature.task());
        }
        if (definition.isPresent() && definition.get().attributes().typing()) {
            arguments.check(definition.get(), new TaskArguments(signature.args(), signature.kwargs()), compiled);
        }
        TaskMessage sent = publisher.publish(signature, definition);
        return new SentTask<>(sent.id(), sent.task());
    }
}
