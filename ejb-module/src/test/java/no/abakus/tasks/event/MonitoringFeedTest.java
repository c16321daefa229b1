package no.abakus.tasks.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.abakus.logging.LogContext;
import no.abakus.logging.LogScope;
import no.abakus.logging.Redaction;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.TaskRequest;
import no.abakus.tasks.operate.Revocable;
import no.abakus.tasks.port.MonitoringEvent;
import no.abakus.tasks.testing.SettableClock;
import no.abakus.tasks.testing.Workbench;
import org.junit.jupiter.api.Test;

/** Watchers receive the events of tasks, and this never affects the tasks. */
class MonitoringFeedTest {

    public static class Job {
        private final TaskRequest request;

        Job(TaskRequest request) {
            this.request = request;
        }

        @AbakusTask(name = "job.run")
        public void run(String how) {
            if (how.equals("fail")) {
                throw new IllegalStateException("no stock for ola@abakus.no");
            }
            if (how.equals("again") && request.retries() == 0) {
                throw request.retry(Duration.ofSeconds(1), new IllegalStateException("not yet"));
            }
        }
    }

    private final Workbench bench = new Workbench();

    private Workbench watched() {
        bench.register(new Job(bench.request())).set("abakus.tasks.control.events", "true");
        return bench;
    }

    private List<String> types() {
        return bench.watched().stream().map(MonitoringEvent::type).toList();
    }

    @Test
    void nothing_is_told_until_it_is_switched_on_and_nothing_any_more_after() {
        bench.register(new Job(bench.request()));
        bench.tasks().delay(Job::run, "well");
        bench.runDue();
        assertThat(bench.watched()).isEmpty();

        bench.control().enableEvents();
        bench.tasks().delay(Job::run, "well");
        bench.runDue();
        assertThat(types()).containsExactly("task-sent", "task-started", "task-succeeded");

        bench.control().disableEvents();
        bench.tasks().delay(Job::run, "well");
        bench.runDue();
        assertThat(types()).hasSize(3);
    }

    @Test
    void each_event_says_which_task_of_which_request_on_which_node_and_has_a_number() {
        watched();
        String id;
        try (LogScope scope = LogContext.bind("request_id", "r-1")) {
            id = bench.tasks().delay(Job::run, "well").id();
        }
        bench.runDue();

        assertThat(bench.watched()).allSatisfy(event -> {
            assertThat(event.node()).isEqualTo(Workbench.NODE);
            assertThat(event.at()).isEqualTo(SettableClock.START);
            assertThat(event.fields())
                    .containsEntry("uuid", id)
                    .containsEntry("name", "job.run")
                    .containsEntry("request_id", "r-1")
                    .containsEntry("hostname", Workbench.NODE)
                    .containsKey("pid");
        });
        assertThat(bench.watched())
                .extracting(event -> event.fields().get("clock"))
                .containsExactly(1L, 2L, 3L);
        assertThat(bench.watched().get(0).fields())
                .containsEntry("queue", "default")
                .containsKey("args");
        assertThat(bench.watched().get(2).fields()).containsKeys("runtime", "waited");
    }

    @Test
    void failures_retries_and_revocations_are_told_by_celerys_names_and_redacted() {
        watched();
        bench.tasks().delay(Job::run, "fail");
        bench.tasks().delay(Job::run, "again");
        bench.drain();
        String revoked = bench.tasks().delay(Job::run, "well").id();
        bench.control().revoke(Revocable.id(revoked));
        bench.runDue();

        assertThat(types())
                .containsExactly(
                        "task-sent",
                        "task-sent",
                        "task-started",
                        "task-failed",
                        "task-started",
                        "task-retried",
                        "task-started",
                        "task-succeeded",
                        "task-sent",
                        "task-revoked");
        Map<String, Object> failed = bench.watched().get(3).fields();
        assertThat(failed.get("exception").toString()).contains("no stock").doesNotContain("ola@");
        assertThat(failed.get("traceback").toString()).contains("Job.run").doesNotContain("ola@");
        assertThat(bench.watched().get(9).fields()).containsEntry("by", "id " + revoked);
    }

    @Test
    void what_does_not_fit_or_is_not_taken_is_dropped_and_counted() {
        List<MonitoringEvent> told = new ArrayList<>();
        boolean[] broken = {true};
        MonitoringFeed feed = new MonitoringFeed(
                events -> {
                    if (broken[0]) {
                        throw new OperationalException("switched off");
                    }
                    told.addAll(events);
                },
                Redaction.standard(),
                new SettableClock(),
                "node",
                true);
        for (int i = 0; i < 10_005; i++) {
            feed.heartbeat("node");
        }
        assertThat(feed.dropped()).isEqualTo(5);

        feed.flush();
        assertThat(feed.dropped()).isEqualTo(10_005);

        broken[0] = false;
        feed.heartbeat("node");
        feed.lost("other");
        feed.flush();
        assertThat(told).extracting(MonitoringEvent::type).containsExactly("worker-heartbeat", "worker-offline");
        assertThat(told.get(0).fields()).containsEntry("dropped", 10_005L);
        assertThat(told.get(1).fields()).containsEntry("hostname", "other").containsEntry("lost", true);
    }
}
