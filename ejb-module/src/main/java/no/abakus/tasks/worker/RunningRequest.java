package no.abakus.tasks.worker;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.abakus.logging.LogContext;
import no.abakus.tasks.Retry;
import no.abakus.tasks.TaskRequest;
import no.abakus.tasks.publish.Lineage;
import no.abakus.tasks.spi.TaskMessage;

/** The request of one execution. Immutable. */
record RunningRequest(Execution execution, String node) implements TaskRequest {

    private TaskMessage message() {
        return execution.message();
    }

    LogContext context() {
        return execution.context();
    }

    Lineage lineage() {
        return new Lineage(rootId(), id());
    }

    @Override
    public boolean isActive() {
        return true;
    }

    @Override
    public String id() {
        return message().id();
    }

    @Override
    public String task() {
        return message().task();
    }

    @Override
    public List<Object> args() {
        return execution.arguments().args();
    }

    @Override
    public Map<String, Object> kwargs() {
        return execution.arguments().kwargs();
    }

    @Override
    public String rootId() {
        return message().rootId();
    }

    @Override
    public Optional<String> parentId() {
        return message().parentId();
    }

    @Override
    public int retries() {
        return message().retries();
    }

    @Override
    public Optional<Instant> eta() {
        return message().eta();
    }

    @Override
    public String queue() {
        return execution.delivery().route().queue();
    }

    @Override
    public int priority() {
        return execution.delivery().route().priority();
    }

    @Override
    public int deliveryCount() {
        return execution.delivery().deliveryCount();
    }

    @Override
    public boolean redelivered() {
        return execution.delivery().redelivered();
    }

    @Override
    public String origin() {
        return message().origin();
    }

    @Override
    public Retry retry() {
        return new Retry(null, null);
    }

    @Override
    public Retry retry(Duration countdown) {
        return new Retry(countdown, null);
    }

    @Override
    public Retry retry(Duration countdown, Throwable cause) {
        return new Retry(countdown, cause);
    }
}
