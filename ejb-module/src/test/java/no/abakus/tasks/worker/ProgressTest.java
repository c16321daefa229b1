package no.abakus.tasks.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.TaskRequest;
import no.abakus.tasks.Tasks;
import no.abakus.tasks.operate.ActiveTask;
import no.abakus.tasks.operate.ReportedProgress;
import no.abakus.tasks.testing.Workbench;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How far a task has come, as it says itself and as operators see it. */
class ProgressTest {

    static class Import {
        private final TaskRequest request;
        private Runnable atLine = () -> {};
        private long negative;
        private String text = "";

        Import(TaskRequest request) {
            this.request = request;
        }

        @AbakusTask(name = "import.lines")
        public void lines(int lines) {
            for (int line = 1; line <= lines; line++) {
                request.progress(line, lines, "line " + line);
                atLine.run();
            }
        }

        @AbakusTask(name = "import.says")
        public void says() {
            request.progress(7, 0, text);
            atLine.run();
        }

        @AbakusTask(name = "import.negative")
        public void negative() {
            request.progress(1, 2, null);
            request.progress(negative, 2, "wrong");
        }

        @AbakusTask(name = "import.again", maxRetries = 1)
        public void again() {
            if (request.retries() == 0) {
                request.progress(1, 2, null);
                throw request.retry(Duration.ofSeconds(1));
            }
            atLine.run();
        }
    }

    private final Workbench bench = new Workbench();
    private final Import task = new Import(bench.request());
    private final List<Optional<ReportedProgress>> seen = new ArrayList<>();

    @BeforeEach
    void register() {
        bench.register(task);
        task.atLine = () -> seen.add(active().progress());
    }

    private Tasks tasks() {
        return bench.tasks();
    }

    private ActiveTask active() {
        return bench.control().active().get(Workbench.NODE).get(0);
    }

    @Test
    void each_report_replaces_the_one_before_while_the_task_runs() {
        tasks().delay(Import::lines, 2);

        bench.runDue();

        assertThat(seen)
                .containsExactly(
                        Optional.of(new ReportedProgress(
                                1, 2, Optional.of("line 1"), bench.clock().now())),
                        Optional.of(new ReportedProgress(
                                2, 2, Optional.of("line 2"), bench.clock().now())));
        assertThat(bench).sent("import.lines").succeeded().reported(2, 2);
        assertThat(bench.control().active().get(Workbench.NODE)).isEmpty();
    }

    @Test
    void it_works_at_the_call_as_well() {
        bench.eager();

        tasks().delay(Import::lines, 3);

        assertThat(bench).sent("import.lines").reported(3, 3);
        assertThat(seen).hasSize(3);
    }

    @Test
    void the_text_is_on_one_line_short_and_without_secrets() {
        task.text = "row\n1 password=hunter2 " + "x".repeat(5_000);
        tasks().delay(Import::says);

        bench.runDue();

        String shown = seen.get(0).orElseThrow().text().orElseThrow();
        assertThat(shown).startsWith("row 1 ").endsWith("x…").doesNotContain("hunter2");
        assertThat(shown.length()).isLessThan(220);
        assertThat(seen.get(0).orElseThrow().total()).isZero();
    }

    @Test
    void a_text_of_the_greatest_length_is_shown_whole() {
        task.text = "é".repeat(199) + "!";
        tasks().delay(Import::says);

        bench.runDue();

        assertThat(seen.get(0).orElseThrow().text()).contains(task.text);
    }

    @Test
    void a_negative_number_is_refused_and_the_earlier_report_remains() {
        task.negative = -1;
        tasks().delay(Import::negative);

        bench.runDue();

        assertThat(bench)
                .sent("import.negative")
                .failedBy(IllegalArgumentException.class)
                .reported(1, 2);
    }

    @Test
    void a_retry_starts_without_progress() {
        tasks().delay(Import::again);

        bench.drain();

        assertThat(seen).containsExactly(Optional.empty());
    }

    @Test
    void outside_a_task_there_is_nothing_to_report() {
        assertThatThrownBy(() -> bench.request().progress(1, 2, null)).isInstanceOf(IllegalStateException.class);
    }
}
