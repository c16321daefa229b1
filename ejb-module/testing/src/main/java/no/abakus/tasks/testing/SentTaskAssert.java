package no.abakus.tasks.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import no.abakus.tasks.operate.ReportedProgress;
import no.abakus.tasks.spi.TaskArguments;
import no.abakus.tasks.spi.TaskEvent;
import no.abakus.tasks.testing.InMemoryTransport.Sent;
import org.assertj.core.api.AbstractAssert;

/** Assertions on one sent task and its outcome. Arguments are compared as the worker reads them. */
public final class SentTaskAssert extends AbstractAssert<SentTaskAssert, Sent> {

    private final Workbench bench;

    SentTaskAssert(Workbench bench, Sent actual) {
        super(actual, SentTaskAssert.class);
        this.bench = bench;
    }

    /** Verifies that the task's positional arguments are these. */
    public SentTaskAssert withArgs(Object... args) {
        return same(
                "args", Arrays.asList(args), bench.arguments(actual.message()).args());
    }

    /** Verifies that the task's arguments by name are these. */
    public SentTaskAssert withKwargs(Map<String, ?> kwargs) {
        return same("kwargs", kwargs, bench.arguments(actual.message()).kwargs());
    }

    /** Verifies that the task went to this queue. */
    public SentTaskAssert onQueue(String queue) {
        return same("queue", queue, actual.route().queue());
    }

    /** Verifies that the task has this JMS priority. */
    public SentTaskAssert withPriority(int priority) {
        return same("priority", priority, actual.route().priority());
    }

    /** Verifies that the task is due immediately. */
    public SentTaskAssert dueAtOnce() {
        return same("eta", Optional.empty(), actual.message().eta());
    }

    /** Verifies that the task is due at this instant. */
    public SentTaskAssert dueAt(Instant instant) {
        return same("eta", Optional.of(instant), actual.message().eta());
    }

    /** Verifies that the task is due this long after the present time of the workbench's clock. */
    public SentTaskAssert dueIn(Duration duration) {
        return dueAt(bench.clock().now().plus(duration));
    }

    /** Verifies that the task carries this entry of the sender's log context. */
    public SentTaskAssert withContext(String key, Object value) {
        return same(
                "log context's " + key,
                value,
                actual.message().context().toMap().get(key));
    }

    /** Verifies that the task with this id sent this one. */
    public SentTaskAssert sentBy(String parentId) {
        return same("parent", Optional.of(parentId), actual.message().parentId());
    }

    /** Verifies that the task ran, and that its last execution succeeded. */
    public SentTaskAssert succeeded() {
        if (!(end().orElse(null) instanceof TaskEvent.Succeeded)) {
            failWithMessage("Expected %s to have succeeded, but %s", text(bench, actual), fate());
        }
        return this;
    }

    /**
     * Verifies that the task's last execution failed with an exception of this type. The workbench then counts this
     * failure as expected.
     */
    public SentTaskAssert failedBy(Class<? extends Throwable> type) {
        if (!(end().orElse(null) instanceof TaskEvent.Failed failed) || !type.isInstance(failed.thrown())) {
            failWithMessage("Expected %s to have failed with %s, but %s", text(bench, actual), type.getName(), fate());
        }
        bench.failures().seen(id());
        return this;
    }

    /** Verifies that this is the last progress that the task reported. */
    public SentTaskAssert reported(long done, long total) {
        Optional<ReportedProgress> last = bench.progress(id());
        return same(
                "progress",
                done + " of " + total,
                last.map(one -> one.done() + " of " + one.total()).orElse("none"));
    }

    /** The task's id. */
    public String id() {
        return actual.message().id();
    }

    private SentTaskAssert same(String what, Object expected, Object found) {
        if (!Objects.equals(expected, found)) {
            failWithActualExpectedAndMessage(
                    found,
                    expected,
                    "Expected the %s of %s to be%n  %s%nbut found%n  %s",
                    what,
                    text(bench, actual),
                    expected,
                    found);
        }
        return this;
    }

    private Optional<TaskEvent> end() {
        Optional<TaskEvent> last = Optional.empty();
        for (TaskEvent event : bench.events().all()) {
            if ((event instanceof TaskEvent.Succeeded succeeded
                            && succeeded.delivery().message().id().equals(id()))
                    || (event instanceof TaskEvent.Failed failed
                            && failed.delivery().message().id().equals(id()))) {
                last = Optional.of(event);
            }
        }
        return last;
    }

    private String fate() {
        return end().map(event ->
                        event instanceof TaskEvent.Failed failed ? "it failed with " + failed.thrown() : "it succeeded")
                .orElse("it has not ended; run it with runDue() or drain()");
    }

    /** Describes the task, such as {@code mail.send("a@b.no") [task-1] to queue default, due at …}. */
    static String text(Workbench bench, Sent sent) {
        return sent.message().task() + text(bench.arguments(sent.message())) + " ["
                + sent.message().id()
                + "] to queue " + sent.route().queue()
                + sent.message().eta().map(eta -> ", due at " + eta).orElse("")
                + (sent.message().retries() > 0 ? ", retry " + sent.message().retries() : "");
    }

    static String text(TaskArguments arguments) {
        List<String> shown = new ArrayList<>();
        arguments.args().forEach(value -> shown.add(text(value)));
        arguments.kwargs().forEach((name, value) -> shown.add(name + "=" + text(value)));
        return "(" + String.join(", ", shown) + ")";
    }

    private static String text(Object value) {
        return value instanceof String ? "\"" + value + "\"" : String.valueOf(value);
    }
}
