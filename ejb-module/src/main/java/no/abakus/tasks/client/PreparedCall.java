package no.abakus.tasks.client;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import no.abakus.tasks.AsyncResult;
import no.abakus.tasks.TaskCall;
import no.abakus.tasks.TaskOption;
import no.abakus.tasks.TaskOptions;
import no.abakus.tasks.TaskSignature;

/**
 * A call as the signature it amounts to. Immutable.
 *
 * @param client what sends it
 * @param signature what would be sent
 * @param compiled whether the compiler has checked the arguments
 */
record PreparedCall<R>(TaskClient client, TaskSignature signature, boolean compiled) implements TaskCall<R> {

    @Override
    public TaskCall<R> args(Object... args) {
        return new PreparedCall<>(client, signature.withArgs(args), false);
    }

    @Override
    public TaskCall<R> kwargs(Map<String, ?> kwargs) {
        return new PreparedCall<>(client, signature.withKwargs(kwargs), false);
    }

    @Override
    public TaskCall<R> countdown(Duration countdown) {
        return with(TaskOption.COUNTDOWN, countdown);
    }

    @Override
    public TaskCall<R> eta(Instant eta) {
        return with(TaskOption.ETA, eta);
    }

    @Override
    public TaskCall<R> queue(String queue) {
        return with(TaskOption.QUEUE, queue);
    }

    @Override
    public TaskCall<R> priority(int priority) {
        return with(TaskOption.PRIORITY, priority);
    }

    @Override
    public TaskCall<R> taskId(String taskId) {
        return with(TaskOption.TASK_ID, taskId);
    }

    @Override
    public TaskCall<R> options(TaskOptions options) {
        return new PreparedCall<>(client, signature.set(options), compiled);
    }

    @Override
    public AsyncResult<R> applyAsync() {
        return client.send(signature, compiled);
    }

    private <T> TaskCall<R> with(TaskOption<T> option, T value) {
        return options(TaskOptions.empty().with(option, value));
    }
}
