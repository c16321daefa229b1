package no.abakus.tasks.client;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import no.abakus.tasks.AsyncResult;
import no.abakus.tasks.Signature;
import no.abakus.tasks.TaskCall;
import no.abakus.tasks.TaskMethod;
import no.abakus.tasks.TaskOptionException;
import no.abakus.tasks.TaskSignature;
import no.abakus.tasks.Tasks;
import no.abakus.tasks.port.Transactions;
import no.abakus.tasks.registry.ArgumentCheck;
import no.abakus.tasks.registry.ReferredTask;
import no.abakus.tasks.registry.TaskDefinition;
import no.abakus.tasks.registry.TaskRegistry;
import no.abakus.tasks.result.Results;
import no.abakus.tasks.spi.TaskArguments;
import no.abakus.tasks.spi.TaskMessage;
import no.abakus.tasks.workflow.WorkflowStart;

/** The {@link Tasks} of an application. Thread-safe. */
public final class TaskClient implements Tasks {

    private final TaskRegistry registry;
    private final WorkflowStart workflow;
    private final ArgumentCheck arguments;
    private final Results results;
    private final Transactions transactions;

    /** Creates a client. It uses {@code transactions} to send tasks outside the caller's transaction. */
    public TaskClient(
            TaskRegistry registry,
            WorkflowStart workflow,
            ArgumentCheck arguments,
            Results results,
            Transactions transactions) {
        this.transactions = transactions;
        this.registry = registry;
        this.workflow = workflow;
        this.arguments = arguments;
        this.results = results;
    }

    @Override
    public <R> AsyncResult<R> delay(TaskMethod<R> task, Object... args) {
        return this.<R>call(task, args).applyAsync();
    }

    @Override
    public <R> TaskCall<R> call(TaskMethod<R> task, Object... args) {
        ReferredTask referred = registry.referred(task);
        return new PreparedCall<>(this, referred.signature().withArgs(args), true, referred.returnsLater());
    }

    @Override
    public TaskSignature signature(TaskMethod<?> task, Object... args) {
        return registry.referred(task).signature().withArgs(args);
    }

    @Override
    public TaskCall<Object> call(String task) {
        return new PreparedCall<>(this, signature(task), false, false);
    }

    @Override
    public TaskSignature signature(String task) {
        return TaskSignature.of(task);
    }

    @Override
    public AsyncResult<Object> applyAsync(Signature signature) {
        return signature.accept(task -> send(task, false, false));
    }

    @Override
    public <R> List<AsyncResult<R>> callAll(Collection<? extends TaskCall<R>> calls) {
        List<TaskSignature> signatures = new ArrayList<>(calls.size());
        for (TaskCall<R> call : calls) {
            boolean compiled = call instanceof PreparedCall<R> prepared && prepared.compiled();
            TaskSignature signature = call.signature();
            check(signature, compiled);
            signatures.add(signature);
        }
        List<TaskMessage> sent = workflow.startAll(signatures);
        List<AsyncResult<R>> handles = new ArrayList<>(sent.size());
        for (TaskCall<R> call : calls) {
            boolean inStage = call instanceof PreparedCall<R> prepared && prepared.inStage();
            handles.add(results.sent(sent.get(handles.size()), inStage));
        }
        return List.copyOf(handles);
    }

    /** Sends the task; {@code compiled} says whether the compiler has checked the arguments. */
    <R> AsyncResult<R> send(TaskSignature signature, boolean compiled, boolean inStage) {
        return results.sent(workflow.start(signature, check(signature, compiled)), inStage);
    }

    /** Sends the task outside the caller's transaction. */
    <R> AsyncResult<R> sendNow(TaskSignature signature, boolean compiled, boolean inStage) {
        return transactions.isActive()
                ? transactions.outside(() -> send(signature, compiled, inStage))
                : send(signature, compiled, inStage);
    }

    /**
     * Checks the arguments, unless the task has {@code typing = false}. Returns the task's definition if the task
     * belongs to this application. Throws if the task is unknown and nothing says where to send it.
     */
    private Optional<TaskDefinition> check(TaskSignature signature, boolean compiled) {
        Optional<TaskDefinition> definition = registry.find(signature.task());
        if (definition.isEmpty() && registry.isComplete() && !workflow.knowsWhere(signature)) {
            throw registry.notFound(signature.task());
        }
        if (definition.isPresent() && definition.get().attributes().typing()) {
            arguments.check(definition.get(), new TaskArguments(signature.args(), signature.kwargs()), compiled);
        }
        return definition;
    }

    @Override
    public AsyncResult<Object> result(String id) {
        if (id.isBlank()) {
            throw new TaskOptionException("The id of the task is blank; use the id that applyAsync returned");
        }
        return results.of(id);
    }
}
