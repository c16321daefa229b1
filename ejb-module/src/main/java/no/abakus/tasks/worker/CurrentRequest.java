package no.abakus.tasks.worker;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.abakus.tasks.Retry;
import no.abakus.tasks.TaskRequest;

/** The injectable request. It always refers to the task that the calling thread runs. Thread-safe. */
public final class CurrentRequest implements TaskRequest {

    private final RequestStack requests;

    public CurrentRequest(RequestStack requests) {
        this.requests = requests;
    }

    private TaskRequest running() {
        return requests.current()
                .orElseThrow(() -> new IllegalStateException("This thread does not run a task, so it has no request."
                        + " Call isActive() first. A direct call of a task method does not run a task"));
    }

    @Override
    public boolean isActive() {
        return requests.current().isPresent();
    }

    @Override
    public String id() {
        return running().id();
    }

    @Override
    public String task() {
        return running().task();
    }

    @Override
    public List<Object> args() {
        return running().args();
    }

    @Override
    public Map<String, Object> kwargs() {
        return running().kwargs();
    }

    @Override
    public String rootId() {
        return running().rootId();
    }

    @Override
    public Optional<String> parentId() {
        return running().parentId();
    }

    @Override
    public int retries() {
        return running().retries();
    }

    @Override
    public Optional<Instant> eta() {
        return running().eta();
    }

    @Override
    public Optional<Instant> expires() {
        return running().expires();
    }

    @Override
    public String shadow() {
        return running().shadow();
    }

    @Override
    public Optional<Duration> timeLimit() {
        return running().timeLimit();
    }

    @Override
    public Optional<Duration> softTimeLimit() {
        return running().softTimeLimit();
    }

    @Override
    public Map<String, Object> headers() {
        return running().headers();
    }

    @Override
    public String correlationId() {
        return running().correlationId();
    }

    @Override
    public Optional<String> replyTo() {
        return running().replyTo();
    }

    @Override
    public Optional<String> group() {
        return running().group();
    }

    @Override
    public boolean ignoreResult() {
        return running().ignoreResult();
    }

    @Override
    public List<String> children() {
        return running().children();
    }

    @Override
    public Optional<String> argumentSummary() {
        return running().argumentSummary();
    }

    @Override
    public Optional<String> exchange() {
        return running().exchange();
    }

    @Override
    public Optional<String> routingKey() {
        return running().routingKey();
    }

    @Override
    public String queue() {
        return running().queue();
    }

    @Override
    public int priority() {
        return running().priority();
    }

    @Override
    public int deliveryCount() {
        return running().deliveryCount();
    }

    @Override
    public boolean redelivered() {
        return running().redelivered();
    }

    @Override
    public String origin() {
        return running().origin();
    }

    @Override
    public Optional<String> caller() {
        return running().caller();
    }

    @Override
    public String node() {
        return running().node();
    }

    @Override
    public void checkpoint() {
        running().checkpoint();
    }

    @Override
    public void progress(long done, long total, String text) {
        running().progress(done, total, text);
    }

    @Override
    public Retry retry() {
        return running().retry();
    }

    @Override
    public Retry retry(Throwable cause) {
        return running().retry(cause);
    }

    @Override
    public Retry retry(Duration countdown) {
        return running().retry(countdown);
    }

    @Override
    public Retry retry(Duration countdown, Throwable cause) {
        return running().retry(countdown, cause);
    }
}
