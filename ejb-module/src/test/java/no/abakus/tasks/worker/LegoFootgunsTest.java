package no.abakus.tasks.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.abakus.logging.Log;
import no.abakus.logging.LogContext;
import no.abakus.logging.LogScope;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.FailedTask;
import no.abakus.tasks.TaskRequest;
import no.abakus.tasks.Tasks;
import no.abakus.tasks.spi.TaskMessage;
import no.abakus.tasks.testing.CapturedLines;
import no.abakus.tasks.testing.Workbench;
import org.junit.jupiter.api.Test;

/**
 * Pitfalls of tasks in the system that inspired this one. The numbers are those of the list in the README of {@code
 * server-config/logging}, which has those about log lines alone.
 */
class LegoFootgunsTest {

    static class Office {
        private static final Log log = Log.get("no.example.Office");

        final List<Object> seen = new ArrayList<>();
        private final Tasks tasks;
        private final TaskRequest request;

        Office(Tasks tasks, TaskRequest request) {
            this.tasks = tasks;
            this.request = request;
        }

        @AbakusTask(name = "office.register")
        public void register(long registration, String note) {
            seen.add(List.of(registration, String.valueOf(note)));
            log.info("registered");
        }

        @AbakusTask(name = "office.retrieve")
        public void retrieve() {
            seen.add(LogContext.current().toMap());
        }

        @AbakusTask(name = "office.delegate")
        public void delegate() {
            LogContext.put("bound_by", "delegate");
            tasks.call("office.retrieve").applyAsync();
            log.info("delegated");
        }

        @AbakusTask(name = "office.bump")
        public void bump() {
            retrieve();
            log.info("bumped");
        }

        @AbakusTask(name = "office.stateful", maxRetries = 2)
        public void stateful() {
            seen.add(request.id() + "/" + request.retries());
            if (request.retries() < 1) {
                tasks.call("office.other").applyAsync();
                throw request.retry(Duration.ZERO);
            }
        }

        @AbakusTask(name = "office.other")
        public void other() {
            seen.add(request.id() + "/" + request.retries());
        }

        @AbakusTask(
                name = "office.pay",
                maxRetries = 2,
                retryDelay = "PT1S",
                autoretryFor = IOException.class,
                dontAutoretryFor = FileNotFoundException.class)
        public void pay(boolean wrong) throws IOException {
            throw wrong ? new FileNotFoundException("no such account") : new IOException("connection reset");
        }

        @AbakusTask(name = "office.on_failure")
        public void onFailure(FailedTask failed) {
            seen.add(failed);
        }
    }

    private final Workbench bench = new Workbench();
    private final Tasks tasks = bench.tasks();
    private final Office office = new Office(tasks, bench.request());

    LegoFootgunsTest() {
        bench.register(office);
    }

    @Test
    void footgun_01_positional_arguments_alone_can_be_sent_with_an_eta_as_the_projects_own_benchmark_does() {
        tasks.call("office.register")
                .args(7, null)
                .eta(bench.clock().now().plusSeconds(5))
                .applyAsync();
        bench.drain();

        assertThat(office.seen).containsExactly(List.of(7L, "null"));
    }

    @Test
    void footgun_02_the_callers_arguments_are_left_as_they_are_and_later_changes_do_not_travel() {
        Map<String, Object> kwargs = new HashMap<>(Map.of("registration", 7, "note", "first"));
        Map<String, Object> before = Map.copyOf(kwargs);
        var call = tasks.call("office.register").kwargs(kwargs);
        kwargs.put("note", "changed");
        call.applyAsync();
        call.applyAsync();
        kwargs.put("note", before.get("note"));
        bench.runDue();

        assertThat(kwargs).isEqualTo(before);
        assertThat(office.seen).containsExactly(List.of(7L, "first"), List.of(7L, "first"));
    }

    @Test
    void footgun_03_a_task_declares_nothing_for_its_context_and_its_arguments_hold_nothing_of_it() {
        try (LogScope scope = LogContext.bind("request_id", "r1");
                CapturedLines lines = CapturedLines.of("no.example")) {
            tasks.call(Office::register, 7L, "x").applyAsync();
            TaskMessage message = bench.transport().sent().get(0).message();
            bench.runDue();

            assertThat(bench.arguments(message).toString()).doesNotContain("r1");
            assertThat(lines.only("registered").fields()).containsEntry("request_id", "r1");
        }
    }

    @Test
    void footgun_04_and_05_a_task_logs_under_nothing_of_the_task_before_it_on_the_thread() {
        try (LogScope scope = LogContext.bind("current_user", "ola")) {
            tasks.call("office.delegate").applyAsync();
        }
        bench.runDue();
        tasks.call("office.retrieve").applyAsync();
        bench.runDue();

        assertThat(office.seen.get(1).toString()).doesNotContain("ola").doesNotContain("bound_by");
        assertThat(LogContext.current().isEmpty()).isTrue();
    }

    @Test
    void footgun_06_a_task_sent_by_name_or_by_a_worker_carries_the_context_of_its_cause_and_of_nobody_else() {
        try (LogScope scope = LogContext.bind("request_id", "r1")) {
            tasks.call("office.delegate").applyAsync();
        }
        tasks.call("office.retrieve").applyAsync();
        bench.runDue();

        assertThat(office.seen).hasSize(2);
        assertThat(office.seen)
                .filteredOn(context -> asMap(context).containsKey("parent_task_id"))
                .singleElement()
                .satisfies(context -> assertThat(asMap(context)).containsEntry("request_id", "r1"));
        assertThat(office.seen)
                .filteredOn(context -> !asMap(context).containsKey("parent_task_id"))
                .singleElement()
                .satisfies(context ->
                        assertThat(asMap(context).containsKey("request_id")).isFalse());
    }

    @Test
    void footgun_07_a_task_within_a_task_knows_its_parent_and_the_root_of_both() {
        String parent = tasks.call("office.delegate").applyAsync().id();
        bench.runDue();

        Map<String, Object> child = asMap(office.seen.get(0));
        assertThat(child).containsEntry("parent_task_id", parent);
        assertThat(child).containsEntry("root_task_id", parent);
        assertThat(child.get("task_id")).isNotEqualTo(parent);
    }

    @Test
    void footgun_08_a_task_called_as_a_method_is_part_of_the_task_that_calls_it_and_resets_nothing() {
        try (CapturedLines lines = CapturedLines.of("no.example")) {
            String id = tasks.call("office.bump").applyAsync().id();
            bench.runDue();

            assertThat(asMap(office.seen.get(0))).containsEntry("task_id", id);
            assertThat(lines.only("bumped").fields())
                    .containsEntry("task_id", id)
                    .containsEntry("task_name", "office.bump");
        }
    }

    @Test
    void footgun_09_a_task_that_runs_at_the_call_leaves_the_context_of_its_caller_as_it_was() {
        bench.eager();
        try (LogScope scope = LogContext.bind("request_id", "r1")) {
            LogContext before = LogContext.current();
            tasks.call("office.delegate").applyAsync();

            assertThat(LogContext.current()).isEqualTo(before);
        }
    }

    @Test
    void footgun_10_what_a_task_asks_about_itself_is_of_its_own_execution_although_its_object_is_shared() {
        String first = tasks.call("office.stateful").applyAsync().id();
        bench.drain();

        assertThat(office.seen).hasSize(3).contains(first + "/0", first + "/1");
        assertThat(office.seen)
                .filteredOn(seen -> !((String) seen).startsWith(first))
                .singleElement()
                .asString()
                .endsWith("/0");
    }

    @Test
    void footgun_11_the_end_of_a_task_that_failed_is_told_once_whether_it_was_retried_or_not() {
        tasks.call("office.pay")
                .args(false)
                .linkError(tasks.signature(Office::onFailure))
                .applyAsync();
        bench.runDue();
        assertThat(office.seen).isEmpty();
        bench.drain();
        tasks.call("office.pay")
                .args(true)
                .linkError(tasks.signature(Office::onFailure))
                .applyAsync();
        bench.drain();

        assertThat(office.seen)
                .extracting(failed -> ((FailedTask) failed).retries())
                .containsExactly(2, 0);
    }

    /** javac would not have compiled a link to a method that takes anything else. */
    @Test
    void footgun_12_who_is_told_of_a_failure_gets_it_typed_and_not_a_return_value_that_is_none() {
        String id = tasks.call("office.pay")
                .args(true)
                .linkError(tasks.signature(Office::onFailure))
                .applyAsync()
                .id();
        bench.drain();

        FailedTask failed = (FailedTask) office.seen.get(0);
        assertThat(failed.id()).isEqualTo(id);
        assertThat(failed.exception().message()).hasValue("no such account");
    }

    @Test
    void footgun_26_what_is_sent_in_a_transaction_that_is_rolled_back_was_never_sent() {
        assertThatThrownBy(() -> bench.transactions().<Void>own(() -> {
                    tasks.call("office.retrieve").applyAsync();
                    throw new IllegalStateException("rolled back");
                }))
                .hasMessageContaining("rolled back");

        assertThat(bench.transport().sent()).isEmpty();
    }

    @Test
    void footgun_27_an_exception_that_is_excluded_is_not_retried_for_the_sake_of_its_parent_in_whatever_order() {
        tasks.call("office.pay").args(true).applyAsync();

        assertThat(bench.drain()).isEqualTo(1);
    }

    @Test
    void footgun_29_of_a_whole_object_that_is_sent_nothing_secret_is_seen_on_the_way() {
        try (CapturedLines lines = CapturedLines.of("no.abakus.tasks")) {
            tasks.call("office.register")
                    .kwargs(Map.of("registration", 7, "note", "Bearer abcdef.123456 of ola@example.no"))
                    .applyAsync();
            bench.runDue();

            assertThat(bench.transport().sent().get(0).message().summary().toString())
                    .contains("[redacted]")
                    .doesNotContain("abcdef.123456")
                    .doesNotContain("ola@example.no");
            assertThat(lines.all().toString()).doesNotContain("abcdef.123456").doesNotContain("ola@example.no");
        }
    }

    @SuppressWarnings("unchecked") // what a task has seen of its context
    private static Map<String, Object> asMap(Object seen) {
        return (Map<String, Object>) seen;
    }
}
