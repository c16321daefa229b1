package no.abakus.tasks.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.Tasks;
import no.abakus.tasks.operate.Metric;
import no.abakus.tasks.spi.EventListener;
import no.abakus.tasks.spi.Route;
import no.abakus.tasks.spi.TaskEvent;
import no.abakus.tasks.testing.MessageDraft;
import no.abakus.tasks.testing.SettableClock;
import no.abakus.tasks.testing.Workbench;
import org.junit.jupiter.api.Test;

/** What a node counts, and how Prometheus reads it. */
class NodeMetricsTest {

    static class Jobs {
        private final SettableClock clock;
        private Runnable inside = () -> {};

        Jobs(SettableClock clock) {
            this.clock = clock;
        }

        @AbakusTask(name = "slow")
        public void slow() {
            clock.advance(Duration.ofMillis(40));
            inside.run();
        }

        @AbakusTask(name = "broken", queue = "mail")
        public void broken() {
            throw new IllegalStateException("on purpose");
        }
    }

    private final Workbench bench = new Workbench().queue("mail");
    private final Jobs jobs = new Jobs(bench.clock());
    private final Tasks tasks = bench.register(jobs).tasks();

    @Test
    void tasks_are_counted_by_name_queue_and_end() {
        tasks.delay(Jobs::slow);
        tasks.delay(Jobs::slow);
        tasks.delay(Jobs::broken);
        bench.runDue();

        assertThat(lines("messaging_client_sent_messages_total"))
                .containsExactly(
                        "{abakus_task_name=\"slow\",messaging_destination_name=\"default\","
                                + "messaging_operation_name=\"send\",messaging_system=\"jms\"} 2",
                        "{abakus_task_name=\"broken\",messaging_destination_name=\"mail\","
                                + "messaging_operation_name=\"send\",messaging_system=\"jms\"} 1");
        assertThat(lines("abakus_task_executions_total"))
                .containsExactly(
                        "{abakus_task_name=\"slow\",abakus_task_state=\"succeeded\","
                                + "messaging_destination_name=\"default\",messaging_system=\"jms\"} 2",
                        "{abakus_task_name=\"broken\",abakus_task_state=\"failed\","
                                + "messaging_destination_name=\"mail\",messaging_system=\"jms\"} 1");
    }

    @Test
    void a_send_that_is_rolled_back_does_not_count() {
        assertThatThrownBy(() -> bench.transactions().own(() -> {
                    tasks.delay(Jobs::slow);
                    throw new IllegalStateException("changed my mind");
                }))
                .hasMessage("changed my mind");

        assertThat(lines("messaging_client_sent_messages_total")).isEmpty();
    }

    @Test
    void durations_are_distributed_in_seconds() {
        tasks.delay(Jobs::slow);
        bench.clock().advance(Duration.ofSeconds(2));
        bench.runDue();

        Metric.Distribution ran = distribution("messaging.process.duration", Map.of("abakus.task.name", "slow"));
        assertThat(ran.count()).isEqualTo(1);
        assertThat(ran.sum()).isEqualTo(0.04);
        assertThat(ran.counts().get(ran.bounds().indexOf(0.05))).isEqualTo(1);
        Metric.Distribution waited = distribution("abakus.task.wait.duration", Map.of("abakus.task.name", "slow"));
        assertThat(waited.sum()).isEqualTo(2);
        assertThat(waited.counts().get(waited.bounds().indexOf(2.5))).isEqualTo(1);
        assertThat(bench.metrics().toPrometheus())
                .contains("# TYPE messaging_process_duration_seconds histogram")
                .contains("messaging_system=\"jms\",le=\"0.025\"} 0\n")
                .contains("messaging_system=\"jms\",le=\"0.05\"} 1\n")
                .contains("messaging_system=\"jms\",le=\"+Inf\"} 1\n");
    }

    @Test
    void failures_are_apart_from_successes() {
        tasks.delay(Jobs::broken);
        bench.runDue();

        Map<String, String> broken = Map.of("abakus.task.name", "broken");
        assertThat(distribution("messaging.process.duration", broken).count()).isZero();
        assertThat(distribution(
                                "messaging.process.duration",
                                Map.of("abakus.task.name", "broken", "error.type", "_OTHER"))
                        .count())
                .isEqualTo(1);
    }

    @Test
    void running_tasks_and_waiting_messages_are_as_they_are_now() {
        tasks.delay(Jobs::slow);
        tasks.call(Jobs::slow).countdown(Duration.ofHours(1)).applyAsync();
        List<List<String>> inside = new ArrayList<>();
        jobs.inside = () -> inside.add(lines("abakus_task_active"));
        assertThat(lines("abakus_task_active")).isEmpty();
        assertThat(lines("abakus_queue_messages"))
                .anyMatch(line -> line.contains("\"waiting\"") && line.contains("=\"default\"") && line.endsWith(" 1"))
                .anyMatch(
                        line -> line.contains("\"scheduled\"") && line.contains("=\"default\"") && line.endsWith(" 1"));

        bench.runDue();

        assertThat(inside)
                .containsExactly(
                        List.of(
                                "{abakus_task_name=\"slow\",messaging_destination_name=\"default\",messaging_system=\"jms\"} 1"));
        assertThat(lines("abakus_task_active")).isEmpty();
    }

    @Test
    void names_from_elsewhere_add_nothing() {
        for (int i = 0; i < 50; i++) {
            bench.deliver(new MessageDraft("stranger-" + i, "made.up." + i).message());
        }

        assertThat(lines("abakus_task_executions_total"))
                .singleElement()
                .asString()
                .contains("abakus_task_name=\"other\"", "\"rejected\"")
                .endsWith(" 50");
    }

    @Test
    void pairs_of_queue_and_task_are_limited() {
        EventListener metrics = (EventListener) bench.metrics();
        for (int i = 0; i < 1_500; i++) {
            metrics.onEvent(
                    new TaskEvent.Sent(new MessageDraft("task-" + i, "slow").message(), new Route("queue-" + i, 4)));
        }

        List<String> sent = lines("messaging_client_sent_messages_total");
        assertThat(sent)
                .hasSize(1_001)
                .anyMatch(line -> line.contains("messaging_destination_name=\"other\"") && line.endsWith(" 500"));
    }

    @Test
    void every_line_is_a_comment_or_a_sample() {
        tasks.delay(Jobs::slow);
        tasks.delay(Jobs::broken);
        bench.runDue();

        assertThat(bench.metrics().toPrometheus().lines())
                .hasSizeGreaterThan(50)
                .allMatch(line -> line.matches("# (HELP|TYPE) [a-z_]+ .+")
                        || line.matches("[a-z_]+(\\{([a-z_]+=\"[^\"]*\",?)+})? [0-9.E+-]+"));
    }

    private List<String> lines(String metric) {
        return bench.metrics()
                .toPrometheus()
                .lines()
                .filter(line -> line.startsWith(metric + "{"))
                .map(line -> line.substring(metric.length()))
                .toList();
    }

    /** The distribution that has exactly these attributes, besides the general ones. */
    private Metric.Distribution distribution(String name, Map<String, String> wanted) {
        return bench.metrics().read().stream()
                .filter(metric -> metric.name().equals(name))
                .flatMap(metric -> metric.samples().stream())
                .map(Metric.Distribution.class::cast)
                .filter(sample -> wanted.entrySet().stream().allMatch(entry -> entry.getValue()
                        .equals(sample.attributes().get(entry.getKey()))))
                .filter(sample ->
                        wanted.containsKey("error.type") == sample.attributes().containsKey("error.type"))
                .findFirst()
                .orElseThrow();
    }
}
