package no.abakus.tasks.client;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import no.abakus.tasks.AsyncResult;
import no.abakus.tasks.BrokerConnection;
import no.abakus.tasks.DeliveryMode;
import no.abakus.tasks.Expiry;
import no.abakus.tasks.RetryPolicy;
import no.abakus.tasks.Signature;
import no.abakus.tasks.TaskCall;
import no.abakus.tasks.TaskOption;
import no.abakus.tasks.TaskOptions;
import no.abakus.tasks.TaskSignature;

/**
 * A call that has not been sent. Immutable.
 *
 * @param client sends the call
 * @param signature the signature to send
 * @param compiled whether the compiler has checked the arguments
 * @param inStage whether R is a {@code CompletionStage} or a {@code Future} of the result
 */
record PreparedCall<R>(TaskClient client, TaskSignature signature, boolean compiled, boolean inStage)
        implements TaskCall<R> {

    @Override
    public TaskCall<R> args(Object... args) {
        return new PreparedCall<>(client, signature.withArgs(args), false, inStage);
    }

    @Override
    public TaskCall<R> kwargs(Map<String, ?> kwargs) {
        return new PreparedCall<>(client, signature.withKwargs(kwargs), false, inStage);
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
    public TaskCall<R> expires(Duration span) {
        return with(TaskOption.EXPIRES, Expiry.after(span));
    }

    @Override
    public TaskCall<R> expires(Instant instant) {
        return with(TaskOption.EXPIRES, Expiry.at(instant));
    }

    @Override
    public TaskCall<R> shadow(String name) {
        return with(TaskOption.SHADOW, name);
    }

    @Override
    public TaskCall<R> timeLimit(Duration limit) {
        return with(TaskOption.TIME_LIMIT, limit);
    }

    @Override
    public TaskCall<R> softTimeLimit(Duration limit) {
        return with(TaskOption.SOFT_TIME_LIMIT, limit);
    }

    @Override
    public TaskCall<R> exchange(String exchange) {
        return with(TaskOption.EXCHANGE, exchange);
    }

    @Override
    public TaskCall<R> routingKey(String routingKey) {
        return with(TaskOption.ROUTING_KEY, routingKey);
    }

    @Override
    public TaskCall<R> serializer(String serializer) {
        return with(TaskOption.SERIALIZER, serializer);
    }

    @Override
    public TaskCall<R> compression(String compression) {
        return with(TaskOption.COMPRESSION, compression);
    }

    @Override
    public TaskCall<R> headers(Map<String, ?> headers) {
        Map<String, Object> copy = headers == null ? null : new LinkedHashMap<>(headers);
        return with(TaskOption.HEADERS, copy);
    }

    @Override
    public TaskCall<R> deliveryMode(DeliveryMode mode) {
        return with(TaskOption.DELIVERY_MODE, mode);
    }

    @Override
    public TaskCall<R> correlationId(String correlationId) {
        return with(TaskOption.CORRELATION_ID, correlationId);
    }

    @Override
    public TaskCall<R> replyTo(String queue) {
        return with(TaskOption.REPLY_TO, queue);
    }

    @Override
    public TaskCall<R> group(String group) {
        return with(TaskOption.GROUP, group);
    }

    @Override
    public TaskCall<R> without(TaskOption<?> option) {
        return options(TaskOptions.empty().withNone(option));
    }

    @Override
    public TaskCall<R> queue(String queue) {
        return with(TaskOption.QUEUE, queue);
    }

    @Override
    public TaskCall<R> application(String application) {
        return with(TaskOption.APPLICATION, application);
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
    public TaskCall<R> link(Signature... callbacks) {
        return new PreparedCall<>(client, signature.link(callbacks), compiled, inStage);
    }

    @Override
    public TaskCall<R> linkError(Signature... errbacks) {
        return new PreparedCall<>(client, signature.linkError(errbacks), compiled, inStage);
    }

    @Override
    public TaskCall<R> addToParent(boolean addToParent) {
        return with(TaskOption.ADD_TO_PARENT, addToParent);
    }

    @Override
    public TaskCall<R> ignoreResult(boolean ignoreResult) {
        return with(TaskOption.IGNORE_RESULT, ignoreResult);
    }

    @Override
    public TaskCall<R> connection(BrokerConnection connection) {
        return with(TaskOption.CONNECTION, connection);
    }

    @Override
    public TaskCall<R> retry(boolean retry) {
        return with(TaskOption.RETRY, retry);
    }

    @Override
    public TaskCall<R> retryPolicy(RetryPolicy policy) {
        return with(TaskOption.RETRY_POLICY, policy);
    }

    @Override
    public TaskCall<R> timeout(Duration timeout) {
        return with(TaskOption.TIMEOUT, timeout);
    }

    @Override
    public TaskCall<R> options(TaskOptions options) {
        return new PreparedCall<>(client, signature.set(options), compiled, inStage);
    }

    @Override
    public AsyncResult<R> applyAsync() {
        return client.send(signature, compiled, inStage);
    }

    @Override
    public AsyncResult<R> sendNow() {
        return client.sendNow(signature, compiled, inStage);
    }

    private <T> TaskCall<R> with(TaskOption<T> option, T value) {
        return options(TaskOptions.empty().with(option, value));
    }
}
