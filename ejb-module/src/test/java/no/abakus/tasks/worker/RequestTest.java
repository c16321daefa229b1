package no.abakus.tasks.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.TaskRequest;
import no.abakus.tasks.Tasks;
import no.abakus.tasks.spi.Delivery;
import no.abakus.tasks.spi.Route;
import no.abakus.tasks.spi.TaskMessage;
import no.abakus.tasks.testing.MessageDraft;
import no.abakus.tasks.testing.SettableClock;
import no.abakus.tasks.testing.Workbench;
import org.junit.jupiter.api.Test;

/** The data that a task gets about its execution. */
class RequestTest {

    static class Curious {
        private final TaskRequest request;
        private final Tasks tasks;
        private final List<Object> seen = new ArrayList<>();

        Curious(TaskRequest request, Tasks tasks) {
            this.request = request;
            this.tasks = tasks;
        }

        @AbakusTask(name = "curious.all")
        public void all(int number, String text) {
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("active", request.isActive());
            facts.put("id", request.id());
            facts.put("task", request.task());
            facts.put("args", request.args());
            facts.put("kwargs", request.kwargs());
            facts.put("root", request.rootId());
            facts.put("parent", request.parentId());
            facts.put("retries", request.retries());
            facts.put("eta", request.eta());
            facts.put("queue", request.queue());
            facts.put("priority", request.priority());
            facts.put("deliveries", request.deliveryCount());
            facts.put("redelivered", request.redelivered());
            facts.put("origin", request.origin());
            facts.put("node", request.node());
            seen.add(facts);
        }

        @AbakusTask(name = "curious.outer")
        public void outer() {
            seen.add(request.id());
            inner();
            seen.add(request.id());
        }

        @AbakusTask(name = "curious.inner")
        public void inner() {
            seen.add(request.task());
        }

        @AbakusTask(name = "curious.parent")
        public void parent() {
            tasks.delay(Curious::child);
        }

        @AbakusTask(name = "curious.child")
        public void child() {
            tasks.delay(Curious::inner);
        }

        @AbakusTask(name = "curious.sends")
        public void sends() {
            tasks.call("curious.child").applyAsync();
            seen.add(Map.of("ignored", request.ignoreResult(), "children", request.children()));
        }

        @AbakusTask(name = "curious.threads")
        public boolean threads() throws InterruptedException {
            List<Boolean> elsewhere = new ArrayList<>();
            Thread other = new Thread(() -> elsewhere.add(request.isActive()));
            other.start();
            other.join();
            seen.addAll(elsewhere);
            return request.isActive();
        }
    }

    class Outer {
        @AbakusTask(name = "outer")
        public void run() {
            bench.deliver(new MessageDraft("nested", "curious.inner").message());
            curious.seen.add(bench.request().id());
        }
    }

    private final Workbench bench = new Workbench();
    private final Curious curious = new Curious(bench.request(), bench.tasks());

    RequestTest() {
        bench.register(curious);
    }

    @Test
    void a_task_can_ask_everything_about_its_execution() {
        TaskMessage message = new MessageDraft("t-1", "curious.all")
                .parent("t-root", "t-parent")
                .retries(2)
                .eta(SettableClock.START)
                .body("{\"args\":[7],\"kwargs\":{\"text\":\"x\"}}")
                .message();

        bench.worker().deliver(new Delivery(message, new Route("mail", 8), SettableClock.START, 3, true));

        Map<String, Object> expected = new LinkedHashMap<>();
        expected.put("active", true);
        expected.put("id", "t-1");
        expected.put("task", "curious.all");
        expected.put("args", List.of(7));
        expected.put("kwargs", Map.of("text", "x"));
        expected.put("root", "t-root");
        expected.put("parent", Optional.of("t-parent"));
        expected.put("retries", 2);
        expected.put("eta", Optional.of(SettableClock.START));
        expected.put("queue", "mail");
        expected.put("priority", 8);
        expected.put("deliveries", 3);
        expected.put("redelivered", true);
        expected.put("origin", "node-a");
        expected.put("node", Workbench.NODE);
        assertThat(curious.seen).containsExactly(expected);
    }

    @Test
    void a_task_knows_whether_its_result_is_wanted_and_what_it_has_sent() {
        bench.tasks().call("curious.sends").ignoreResult(false).applyAsync();
        bench.tasks().call("curious.sends").applyAsync();
        bench.runDue();

        List<String> sent = bench.transport().sent().stream()
                .filter(one -> one.message().task().equals("curious.child"))
                .map(one -> one.message().id())
                .toList();
        assertThat(curious.seen).contains(Map.of("ignored", false, "children", List.of(sent.get(0))));
        assertThat(curious.seen).contains(Map.of("ignored", true, "children", List.of()));
    }

    @Test
    void a_task_that_is_called_directly_is_part_of_the_task_that_calls_it() {
        bench.tasks().delay(Curious::outer);
        bench.runDue();

        assertThat(curious.seen).containsExactly("task-1", "curious.outer", "task-1");
        assertThat(bench.events().names()).containsExactly("Sent", "Started", "Succeeded");
    }

    @Test
    void a_thread_that_runs_no_task_has_no_request() {
        assertThat(bench.request().isActive()).isFalse();
        for (Callable<?> question : List.<Callable<?>>of(
                bench.request()::id,
                bench.request()::task,
                bench.request()::args,
                bench.request()::kwargs,
                bench.request()::rootId,
                bench.request()::parentId,
                bench.request()::retries,
                bench.request()::eta,
                bench.request()::queue,
                bench.request()::priority,
                bench.request()::deliveryCount,
                bench.request()::redelivered,
                bench.request()::origin,
                bench.request()::node,
                () -> bench.request().retry(),
                () -> bench.request().retry(Duration.ZERO),
                () -> bench.request().retry(Duration.ZERO, new RuntimeException()))) {
            assertThatThrownBy(question::call)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("This thread does not run a task, so it has no request. Call isActive() first. A direct"
                            + " call of a task method does not run a task");
        }
    }

    @Test
    void a_direct_call_outside_of_a_task_is_a_plain_call() {
        assertThatThrownBy(curious::inner).isInstanceOf(IllegalStateException.class);
        assertThat(bench.events().all()).isEmpty();
    }

    @Test
    void another_thread_is_not_part_of_the_task() {
        bench.tasks().delay(Curious::threads);
        bench.runDue();

        assertThat(curious.seen).containsExactly(false);
    }

    @Test
    void the_request_ends_with_the_body() {
        bench.tasks().delay(Curious::outer);
        bench.runDue();

        assertThat(bench.request().isActive()).isFalse();
    }

    @Test
    void a_tree_of_tasks_knows_its_parents_and_its_root() {
        bench.tasks().delay(Curious::parent);
        bench.runDue();

        List<TaskMessage> messages =
                bench.transport().sent().stream().map(sent -> sent.message()).toList();
        assertThat(messages).extracting(TaskMessage::id).containsExactly("task-1", "task-2", "task-3");
        assertThat(messages).extracting(TaskMessage::rootId).containsOnly("task-1");
        assertThat(messages)
                .extracting(TaskMessage::parentId)
                .containsExactly(Optional.empty(), Optional.of("task-1"), Optional.of("task-2"));
    }

    @Test
    void a_worker_that_is_called_inside_a_task_brings_the_outer_task_back() {
        bench.register(new Outer());

        bench.deliver(new MessageDraft("around", "outer").message());

        assertThat(curious.seen).containsExactly("curious.inner", "around");
        assertThat(bench.request().isActive()).isFalse();
    }

    @Test
    void a_request_that_no_interceptor_takes_is_taken_back() {
        RequestStack stack = new RequestStack();
        stack.handOver(new RunningRequest(null, Workbench.NODE, new SettableClock()));

        stack.withdraw();

        assertThat(stack.enter()).isEmpty();
        assertThat(stack.lineage()).isEmpty();
    }
}
