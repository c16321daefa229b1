package no.abakus.tasks.console.executions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import no.abakus.tasks.operate.ActiveTask;
import no.abakus.tasks.operate.HistoryField;
import no.abakus.tasks.operate.HistoryQuery;
import no.abakus.tasks.operate.TaskControl;
import no.abakus.tasks.operate.WaitingTask;
import no.abakus.tasks.operate.WaitingTasks;
import org.junit.jupiter.api.Test;

/** Tasks that have not ended are counted by the values of a field, as far as they were looked at. */
class CurrentTasksTest {

    private static final Instant NOW = Instant.parse("2030-01-01T12:00:00Z");

    private final Map<String, Object> answers =
            new HashMap<>(Map.<String, Object>of("active", Map.of(), "reserved", List.of(), "scheduled", List.of()));

    private CurrentTasks.Found found(String q) {
        InvocationHandler handler = (proxy, method, arguments) -> method.isDefault() && !answers.containsKey("time")
                ? InvocationHandler.invokeDefault(proxy, method, arguments)
                : answers.get(method.isDefault() ? "time" : method.getName());
        TaskControl control = (TaskControl)
                Proxy.newProxyInstance(TaskControl.class.getClassLoader(), new Class<?>[] {TaskControl.class}, handler);
        return new CurrentTasks(control).select(HistoryQuery.parse(q, NOW));
    }

    private static WaitingTask waiting(int number, String task, String queue) {
        return new WaitingTask("id-" + number, task, queue, 4, 0, Optional.empty(), Optional.empty());
    }

    private static ActiveTask active(String id, String task) {
        return new ActiveTask(id, task, "mail", 0, NOW, Optional.empty(), Optional.empty());
    }

    @Test
    void waiting_and_delayed_tasks_are_counted_by_state_task_and_queue() {
        answers.put(
                "reserved",
                List.of(
                        waiting(1, "mail.send", "mail"),
                        waiting(2, "mail.send", "mail"),
                        waiting(3, "a.b", "default")));
        answers.put("scheduled", List.of(waiting(4, "mail.send", "mail")));

        CurrentTasks.Found found = found("state:waiting,delayed");
        assertThat(found.facets(HistoryField.STATE)).containsExactly(entry("waiting", 3L), entry("delayed", 1L));
        assertThat(found.facets(HistoryField.TASK)).containsExactly(entry("mail.send", 3L), entry("a.b", 1L));
        assertThat(found.facets(HistoryField.QUEUE)).containsExactly(entry("mail", 3L), entry("default", 1L));
        assertThat(found.facets(HistoryField.NODE)).as("no node has them").isEmpty();
        assertThat(found.facets(HistoryField.ERROR)).isEmpty();
        assertThat(found.complete()).isTrue();

        assertThat(found("state:delayed").facets(HistoryField.STATE)).containsExactly(entry("delayed", 1L));
        assertThat(found("state:waiting -task:mail.*").facets(HistoryField.TASK))
                .containsExactly(entry("a.b", 1L));
    }

    @Test
    void running_tasks_are_counted_by_node() {
        answers.put(
                "active",
                Map.of(
                        "a",
                        List.of(active("1", "mail.send"), active("2", "report.daily")),
                        "b",
                        List.of(active("3", "mail.send"))));

        CurrentTasks.Found found = found("state:running");
        assertThat(found.facets(HistoryField.NODE)).containsExactly(entry("a", 2L), entry("b", 1L));
        assertThat(found.facets(HistoryField.STATE)).containsExactly(entry("running", 3L));
        assertThat(found.sources().nodes().answered()).isEqualTo(2);
        assertThat(found("state:running task:report.*").facets(HistoryField.NODE))
                .containsExactly(entry("a", 1L));
    }

    @Test
    void what_was_not_looked_at_is_told() {
        answers.put(
                "reserved",
                IntStream.range(0, CurrentTasks.MOST)
                        .mapToObj(number -> waiting(number, "mail.send", "mail"))
                        .toList());

        CurrentTasks.Found found = found("state:waiting");
        assertThat(found.complete()).isFalse();
        assertThat(found.sources().broker()).isEqualTo(new SourcesView.Scan(CurrentTasks.MOST, false));
        assertThat(ExecutionList.of(found, null, 50).total().exact()).isFalse();
    }

    @Test
    void a_broker_that_was_not_read_to_the_end_in_time_is_told() {
        answers.put("time", new WaitingTasks(List.of(waiting(1, "mail.send", "mail")), false));

        CurrentTasks.Found found = found("state:waiting");
        assertThat(found.sources().broker()).isEqualTo(new SourcesView.Scan(1, false));
        assertThat(ExecutionList.of(found, null, 50).total()).isEqualTo(new ExecutionList.Total(1, false));
    }

    @Test
    void only_the_most_frequent_values_are_counted() {
        answers.put(
                "reserved",
                IntStream.range(0, 60)
                        .mapToObj(number -> waiting(number, "task-" + number, "mail"))
                        .toList());

        assertThat(found("state:waiting").facets(HistoryField.TASK)).hasSize(50);
    }
}
