package no.abakus.tasks.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.abakus.logging.LogContext;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.Tasks;
import no.abakus.tasks.spi.Delivery;
import no.abakus.tasks.spi.Route;
import no.abakus.tasks.spi.TaskMessage;
import no.abakus.tasks.spi.TaskTracer;
import no.abakus.tasks.testing.CapturedLines;
import no.abakus.tasks.testing.Workbench;
import no.abakus.tasks.testing.WorkbenchExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A tracer around sends and runs, and one that does not work. */
@ExtendWith(WorkbenchExtension.class)
class TracingTest {

    /** Notes the calls. */
    private static final class Recorder implements TaskTracer {
        private final List<String> calls = new ArrayList<>();

        @Override
        public Map<String, String> current() {
            return Map.of("trace_id", "caller");
        }

        @Override
        public Send sending(TaskMessage message, Route route) {
            calls.add("sending " + message.id() + " to " + route.queue());
            return new Send() {
                @Override
                public Map<String, String> headers() {
                    return Map.of("place", message.id());
                }

                @Override
                public void sent() {
                    calls.add("sent " + message.id());
                }

                @Override
                public void failed(Throwable thrown) {
                    calls.add("failed " + message.id() + ": " + thrown.getMessage());
                }
            };
        }

        @Override
        public Run running(Delivery delivery) {
            calls.add("running below " + delivery.message().extras().headers().get("place"));
            return new Run() {
                @Override
                public Map<String, String> logContext() {
                    return Map.of("trace_id", "run");
                }

                @Override
                public Entered enter() {
                    calls.add("enter");
                    return () -> calls.add("leave");
                }

                @Override
                public void ended(TaskState state, Optional<Throwable> thrown) {
                    calls.add("ended " + state
                            + thrown.map(one -> ": " + one.getMessage()).orElse(""));
                }
            };
        }
    }

    /** Throws at every call. */
    private static final class Broken implements TaskTracer {

        @Override
        public Map<String, String> current() {
            throw new IllegalStateException("broken");
        }

        @Override
        public Send sending(TaskMessage message, Route route) {
            throw new NoClassDefFoundError("Tracer");
        }

        @Override
        public Run running(Delivery delivery) {
            return null;
        }
    }

    /** Has tasks that note their context. */
    public static final class Work {
        private Object trace = "none";

        @AbakusTask(name = "work.do")
        public void work() {
            trace = LogContext.current().get("trace_id");
        }

        @AbakusTask(name = "work.fail", throwsExpected = IllegalStateException.class)
        public void fail() {
            throw new IllegalStateException("no");
        }
    }

    private final Recorder recorder = new Recorder();

    @Test
    void a_tracer_sees_the_send_and_the_run(Workbench bench, Tasks tasks) {
        Work work = new Work();
        bench.register(work).tracer(recorder);

        tasks.call("work.do").applyAsync();
        bench.runDue();

        assertThat(recorder.calls)
                .containsExactly(
                        "sending task-1 to default",
                        "sent task-1",
                        "running below task-1",
                        "enter",
                        "ended SUCCESS",
                        "leave");
        assertThat(work.trace).isEqualTo("run");
        assertThat(bench.transport().sent().get(0).message().context().get("trace_id"))
                .isEqualTo("caller");
    }

    @Test
    void it_sees_a_failure(Workbench bench, Tasks tasks) {
        bench.register(new Work()).tracer(recorder);

        tasks.call("work.fail").applyAsync();
        bench.runDue();

        assertThat(recorder.calls).contains("ended FAILURE: no");
    }

    @Test
    void each_of_several_tasks_sent_together_has_a_send(Workbench bench, Tasks tasks) {
        bench.register(new Work()).tracer(recorder);

        tasks.callAll(List.of(tasks.call("work.do"), tasks.call("work.do")));

        assertThat(recorder.calls)
                .containsExactly(
                        "sending task-1 to default", "sending task-2 to default", "sent task-1", "sent task-2");
    }

    @Test
    void a_tracer_that_fails_is_reported_once_and_changes_nothing(Workbench bench, Tasks tasks) {
        bench.register(new Work()).tracer(new Broken());

        try (CapturedLines lines = CapturedLines.of("no.abakus.tasks")) {
            tasks.call("work.do").applyAsync();
            tasks.call("work.do").applyAsync();
            bench.runDue();

            assertThat(lines.events()).filteredOn("task_tracer_failed"::equals).hasSize(1);
            assertThat(lines.events()).filteredOn("task_succeeded"::equals).hasSize(2);
        }
    }
}
