package no.abakus.tasks.testing;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.abakus.tasks.TaskSignature;
import no.abakus.tasks.spi.TaskArguments;
import no.abakus.tasks.testing.InMemoryTransport.Sent;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions on sent tasks, such as {@code assertThat(bench).sent("mail.send").withArgs("a@b.no").dueAtOnce()}. If an
 * assertion on sent tasks fails, its message lists all of them. Messages of retries do not count, because a retry is
 * another execution of a task that was already sent.
 */
public final class WorkbenchAssert extends AbstractAssert<WorkbenchAssert, Workbench> {

    WorkbenchAssert(Workbench actual) {
        super(actual, WorkbenchAssert.class);
    }

    /** Verifies that this task was sent exactly once, and returns assertions on the sent task. */
    public SentTaskAssert sent(String task) {
        return one(named(task), "task " + task);
    }

    /**
     * Verifies that this task was sent exactly once with these arguments, such as {@code tasks.signature(Mailer::send,
     * "a@b.no")}. The options of the signature are ignored.
     */
    public SentTaskAssert sent(TaskSignature signature) {
        TaskArguments wanted = new TaskArguments(signature.args(), signature.kwargs());
        List<Sent> found = named(signature.task()).stream()
                .filter(sent -> actual.arguments(sent.message()).equals(wanted))
                .toList();
        return one(found, "task " + signature.task() + SentTaskAssert.text(wanted));
    }

    /** Verifies that this task was sent this many times. */
    public WorkbenchAssert sentTimes(String task, int times) {
        int found = named(task).size();
        if (found != times) {
            failWithMessage("Expected %d of task %s to have been sent, but %d were. %s", times, task, found, all());
        }
        return this;
    }

    /** Verifies that this task was not sent. */
    public WorkbenchAssert notSent(String task) {
        return sentTimes(task, 0);
    }

    /** Verifies that these tasks were sent, in this order, and no others. */
    public WorkbenchAssert sentExactly(String... tasks) {
        List<String> found = sent().stream().map(sent -> sent.message().task()).toList();
        if (!found.equals(List.of(tasks))) {
            failWithMessage("Expected exactly %s to have been sent, in this order. %s", List.of(tasks), all());
        }
        return this;
    }

    /** Verifies that nothing was sent. */
    public WorkbenchAssert sentNothing() {
        return sentExactly();
    }

    /** Verifies that no message waits, due or not. */
    public WorkbenchAssert nothingWaits() {
        List<Sent> waiting = actual.transport().waiting();
        if (!waiting.isEmpty()) {
            failWithMessage("Expected no message to wait, but these do:%n%s", list(waiting));
        }
        return this;
    }

    private SentTaskAssert one(List<Sent> found, String what) {
        if (found.size() != 1) {
            failWithMessage("Expected one %s to have been sent, but %d were. %s", what, found.size(), all());
        }
        return new SentTaskAssert(actual, found.get(0));
    }

    private List<Sent> named(String task) {
        return sent().stream()
                .filter(sent -> sent.message().task().equals(task))
                .toList();
    }

    private List<Sent> sent() {
        isNotNull();
        return actual.transport().sent().stream()
                .filter(sent -> sent.message().retries() == 0)
                .toList();
    }

    private String all() {
        List<Sent> sent = sent();
        return sent.isEmpty() ? "Nothing was sent." : String.format("These tasks were sent:%n%s", list(sent));
    }

    private String list(List<Sent> sent) {
        return IntStream.range(0, sent.size())
                .mapToObj(i -> "  " + (i + 1) + ". " + SentTaskAssert.text(actual, sent.get(i)))
                .collect(Collectors.joining(System.lineSeparator()));
    }
}
