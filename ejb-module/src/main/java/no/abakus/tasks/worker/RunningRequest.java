package no.abakus.tasks.worker;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.abakus.logging.LogContext;
import no.abakus.tasks.Retry;
import no.abakus.tasks.TaskRequest;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.publish.Lineage;
import no.abakus.tasks.spi.TaskMessage;

/** The request of one execution. Immutable. */
record RunningRequest(Execution execution, String node, TaskClock clock) implements TaskRequest {

    private TaskMessage message() {
        return execution.message();
    }

    LogContext context() {
        return execution.context();
    }

    Lineage lineage() {
        return new Lineage(rootId(), id(), execution.children());
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
    public Optional<Instant> expires() {
        return message().extras().expires();
    }

    @Override
    public String shadow() {
        return message().displayName();
    }

    @Override
    public Optional<Duration> timeLimit() {
        return execution.running().allowed().hard();
    }

    @Override
    public Optional<Duration> softTimeLimit() {
        return execution.running().allowed().soft();
    }

    @Override
    public Map<String, Object> headers() {
        return message().extras().headers();
    }

    @Override
    public String correlationId() {
        return message().extras().correlationId().orElse(id());
    }

    @Override
    public Optional<String> replyTo() {
        return message().extras().replyTo();
    }

    @Override
    public Optional<String> group() {
        return message().extras().group();
    }

    @Override
    public boolean ignoreResult() {
        return !execution.tracking().value();
    }

    @Override
    public List<String> children() {
        return execution.children().ids();
    }

    @Override
    public Optional<String> argumentSummary() {
        return message().summary();
    }

    @Override
    public Optional<String> exchange() {
        return execution.delivery().route().exchange();
    }

    @Override
    public Optional<String> routingKey() {
        return execution.delivery().route().routingKey();
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
    public Optional<String> caller() {
        return Caller.of(message().context());
    }

    @Override
    public void checkpoint() {
        execution.running().checkpoint();
    }

    @Override
    public void progress(long done, long total, String text) {
        execution.running().report(Progress.checked(done, total, text, clock.now()));
    }

    @Override
    public Retry retry() {
        return new Retry(null, null);
    }

    @Override
    public Retry retry(Throwable cause) {
        return new Retry(null, cause);
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
