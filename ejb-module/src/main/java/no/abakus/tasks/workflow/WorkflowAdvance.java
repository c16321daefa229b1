package no.abakus.tasks.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.abakus.tasks.FailedTask;
import no.abakus.tasks.Signature;
import no.abakus.tasks.TaskException;
import no.abakus.tasks.TaskOption;
import no.abakus.tasks.TaskOptions;
import no.abakus.tasks.TaskSignature;
import no.abakus.tasks.config.Ids;
import no.abakus.tasks.message.SignatureCodec;
import no.abakus.tasks.publish.Lineage;
import no.abakus.tasks.publish.Publisher;
import no.abakus.tasks.registry.TaskRegistry;
import no.abakus.tasks.spi.TaskMessage;

/** Continues a workflow when one of its tasks has ended. Thread-safe. */
public final class WorkflowAdvance {

    private final TaskRegistry registry;
    private final Publisher publisher;
    private final SignatureCodec codec;
    private final Ids ids;

    public WorkflowAdvance(TaskRegistry registry, Publisher publisher, SignatureCodec codec, Ids ids) {
        this.registry = registry;
        this.publisher = publisher;
        this.codec = codec;
        this.ids = ids;
    }

    /**
     * Returns the tasks to send after success. Each link gets the result before its own arguments, unless the link is
     * immutable.
     */
    public FollowUp afterSuccess(TaskMessage message, Object result) {
        return message.followUps().isEmpty()
                ? FollowUp.NONE
                : followUp(message, message.followUps().link(), result);
    }

    /**
     * Returns the tasks to send after failure. Each error link gets the failed task before its own arguments, unless
     * the link is immutable.
     */
    public FollowUp afterFailure(TaskMessage message, FailedTask failed) {
        return message.followUps().isEmpty()
                ? FollowUp.NONE
                : followUp(message, message.followUps().linkError(), failed);
    }

    /**
     * Checks, before the task method runs, that the follow-up tasks can be read and sent, because anyone may have sent
     * the message.
     *
     * @throws TaskException if they cannot be read or sent
     */
    public void check(TaskMessage message) {
        check(message.followUps().link());
        check(message.followUps().linkError());
    }

    private void check(Optional<String> signatures) {
        for (Signature signature : signatures.map(codec::read).orElse(List.of())) {
            signature.accept(this::checked);
        }
    }

    private TaskSignature checked(TaskSignature next) {
        publisher.checkFollowing(next, registry.find(next.task()));
        return next;
    }

    private FollowUp followUp(TaskMessage message, Optional<String> signatures, Object first) {
        if (signatures.isEmpty()) {
            return FollowUp.NONE;
        }
        Lineage parent = new Lineage(message.rootId(), message.id(), id -> {});
        List<TaskSignature> next = codec.read(signatures.get()).stream()
                .map(signature -> signature.accept(task -> toSend(task, first)))
                .toList();
        return new FollowUp(
                next.stream().filter(WorkflowAdvance::isChild).map(this::id).toList(),
                () -> next.forEach(signature ->
                        publisher.publish(signature, registry.find(signature.task()), Optional.of(parent))));
    }

    /**
     * Returns the task as it is to be sent. Sets the id now, so that the parent's record can name the task before it is
     * sent.
     */
    private TaskSignature toSend(TaskSignature task, Object first) {
        TaskSignature called = task.immutable() ? task : task.withArgs(prepended(first, task.args()));
        return called.options().get(TaskOption.TASK_ID).isPresent()
                ? called
                : called.set(TaskOptions.empty().with(TaskOption.TASK_ID, ids.next()));
    }

    private static Object[] prepended(Object first, List<Object> others) {
        List<Object> all = new ArrayList<>(others.size() + 1);
        all.add(first);
        all.addAll(others);
        return all.toArray();
    }

    private static boolean isChild(TaskSignature signature) {
        return signature.options().get(TaskOption.ADD_TO_PARENT).orElse(true);
    }

    private String id(TaskSignature signature) {
        return signature.options().get(TaskOption.TASK_ID).orElseThrow();
    }
}
