package no.abakus.tasks.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.Acks;
import no.abakus.tasks.TaskHook;
import no.abakus.tasks.limit.TimeAllowed;
import no.abakus.tasks.registry.RateLimit;
import no.abakus.tasks.spi.Delivery;
import no.abakus.tasks.spi.Route;
import no.abakus.tasks.spi.TaskMessage;
import no.abakus.tasks.spi.TaskTracer;
import no.abakus.tasks.testing.Workbench;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An execution passes the steps that its task and its message need, always in the same order. */
class PipelineTest {

    static class Shop {

        int begun;

        @AbakusTask(name = "plain")
        public void plain() {
            begun++;
        }

        @AbakusTask(name = "kept", ignoreResult = false)
        public int kept() {
            return 1;
        }

        @AbakusTask(name = "once", rejectOnWorkerLost = false)
        public void once() {}

        @AbakusTask(name = "early", acks = Acks.EARLY)
        public void early() {}

        @AbakusTask(name = "transacted", acks = Acks.TRANSACTED)
        public void transacted() {}

        @AbakusTask(
                name = "everything",
                ignoreResult = false,
                acks = Acks.EARLY,
                timeLimit = "PT2S",
                softTimeLimit = "PT1S",
                rateLimit = "100/s")
        public void everything() {}

        @AbakusTask(
                name = "everything_transacted",
                ignoreResult = false,
                acks = Acks.TRANSACTED,
                timeLimit = "PT2S",
                softTimeLimit = "PT1S",
                rateLimit = "100/s")
        public void everythingTransacted() {}
    }

    /** The lines are made, and nothing passes them. */
    private static final class NoTraces implements TaskTracer {
        @Override
        public Map<String, String> current() {
            return Map.of();
        }

        @Override
        public Send sending(TaskMessage message, Route route) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Run running(Delivery delivery) {
            throw new UnsupportedOperationException();
        }
    }

    private static final Pattern ROW = Pattern.compile("^\\| `(\\w+)` \\|.*", Pattern.MULTILINE);

    private final Shop shop = new Shop();
    private final Workbench bench = Workbench.of(shop);

    private List<String> steps(String task, boolean isPlain) {
        return steps(bench, task, isPlain);
    }

    private static List<String> steps(Workbench bench, String task, boolean isPlain) {
        return ((Worker) bench.worker()).pipeline().steps(task, isPlain);
    }

    private Workbench watched() {
        return Workbench.of(shop).hook(TaskHook.class, heard -> {}).tracer(new NoTraces());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            # task                | beside what a plain message of a plain task passes
            plain                 |
            kept                  | ClaimExecution
            once                  | ClaimOnce ShieldBody
            early                 | AwaitSlot ClaimOnce HandOver
            transacted            | ClaimExecution RunInTransaction
            everything            | ApplyRateLimit AwaitSlot ClaimOnce ClaimExecution HandOver EnforceHardLimit EnforceSoftLimit
            everything_transacted | ApplyRateLimit ClaimExecution EnforceHardLimit RunInTransaction EnforceSoftLimit
            """)
    void a_plain_message_passes_what_the_attributes_of_its_task_ask_for(String task, String more) {
        List<String> plain = List.of(
                "OpenLogScope",
                "SettleDeadLetter",
                "EndUnexpected",
                "ObeyOrders",
                "DecodeArguments",
                "RecordRunning",
                "TrackRunning",
                "ReportExecution",
                "SettleExecution",
                "JudgeOutcome",
                "InvokeTask");

        List<String> steps = steps(task, true);

        assertThat(steps).containsSubsequence(plain);
        assertThat(steps.stream().filter(step -> !plain.contains(step)))
                .containsExactly(more == null ? new String[0] : more.split(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "plain, EndExpired CheckFollowUps GuardNode ClaimExecution EnforceHardLimit EnforceSoftLimit",
        "once, EndExpired CheckFollowUps ClaimExecution EnforceHardLimit EnforceSoftLimit",
        "everything, EndExpired CheckFollowUps",
        "everything_transacted, EndExpired CheckFollowUps GuardNode"
    })
    void any_other_message_also_passes_what_its_options_may_need(String task, String more) {
        List<String> plain = steps(task, true);

        List<String> full = steps(task, false);

        assertThat(full).containsSubsequence(plain);
        assertThat(full.stream().filter(step -> !plain.contains(step))).containsExactly(more.split(" "));
    }

    @Test
    void observers_and_traces_cost_a_step_only_if_there_are_any() {
        assertThat(steps("plain", false)).doesNotContain("CallHooks", "TraceRun");

        assertThat(steps(watched(), "plain", true)).containsSubsequence("TraceRun", "CallHooks", "ReportExecution");
    }

    @Test
    void the_documentation_lists_all_steps_in_their_order() throws IOException {
        String text = Files.readString(Path.of("docs", "task-lifecycle.md"));
        String table = text.substring(text.indexOf("## The pipeline"), text.indexOf("`JudgeOutcome` applies"));
        List<String> documented = ROW.matcher(table)
                .results()
                .map(row -> row.group(1))
                .filter(name -> !name.equals("RejectUnknown"))
                .toList();

        Workbench watched = watched();
        List<List<String>> lines = Stream.of("everything", "everything_transacted", "once")
                .map(task -> steps(watched, task, false))
                .toList();

        assertThat(lines).allSatisfy(line -> assertThat(documented).containsSubsequence(line));
        assertThat(lines.stream().flatMap(List::stream).distinct()).containsAll(documented);
    }

    @Test
    void a_rate_limit_that_is_set_while_the_node_runs_holds_for_the_next_execution() {
        bench.tasks().call("plain").applyAsync();
        bench.runDue();
        bench.limits().change("plain", RateLimit.parse("1/h"));
        bench.tasks().call("plain").applyAsync();
        bench.tasks().call("plain").applyAsync();
        bench.runDue();
        assertThat(shop.begun).isEqualTo(2);

        bench.limits().change("plain", Optional.empty());
        bench.clock().advance(Duration.ofMinutes(1));
        bench.runDue();

        assertThat(shop.begun).isEqualTo(3);
        assertThat(steps("plain", true)).doesNotContain("ApplyRateLimit");
    }

    @Test
    void time_limits_that_are_set_while_the_node_runs_add_their_steps() {
        bench.timeLimits().change("plain", new TimeAllowed(Optional.of(Duration.ofSeconds(1)), Optional.empty()));
        assertThat(steps("plain", true)).contains("EnforceSoftLimit").doesNotContain("EnforceHardLimit");

        bench.timeLimits().change("plain", new TimeAllowed(Optional.empty(), Optional.of(Duration.ofSeconds(1))));
        assertThat(steps("plain", true)).contains("EnforceHardLimit").doesNotContain("EnforceSoftLimit");
    }

    @Test
    void the_option_of_a_call_is_heeded_for_a_task_that_declares_none() {
        bench.tasks().call("plain").expires(Duration.ofSeconds(1)).applyAsync();
        bench.clock().advance(Duration.ofSeconds(2));
        bench.runDue();

        assertThat(shop.begun).isZero();
    }
}
