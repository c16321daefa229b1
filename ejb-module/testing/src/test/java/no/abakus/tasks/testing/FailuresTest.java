package no.abakus.tasks.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.Tasks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** A task that fails fails the test, unless the test expects it. */
class FailuresTest {

    static class Jobs {
        @AbakusTask(name = "careless")
        public void careless(String text) {
            assertThat(text.length()).isPositive();
        }

        @AbakusTask(name = "declared", throwsExpected = IOException.class)
        public void declared() throws IOException {
            throw new IOException("as declared");
        }

        @AbakusTask(name = "good")
        public void good() {
            // Nothing to do.
        }
    }

    private final Workbench bench = Workbench.of(new Jobs());
    private final Tasks tasks = bench.tasks();

    @Test
    void closing_reports_each_failure_once_with_its_exceptions() {
        tasks.call("careless").args((String) null).applyAsync();
        tasks.call("careless").args((String) null).applyAsync();
        bench.runDue();

        assertThatThrownBy(bench::close)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("careless [task-1] failed with java.lang.NullPointerException")
                .hasMessageContaining("careless [task-2]")
                .hasMessageContaining("bench.expectFailure(…)")
                .hasCauseInstanceOf(NullPointerException.class)
                .satisfies(error -> assertThat(error.getSuppressed()).hasSize(1));
        assertThatCode(bench::close).doesNotThrowAnyException();
    }

    @Test
    void a_failure_that_was_asserted_is_expected() {
        tasks.call("careless").args((String) null).applyAsync();
        bench.runDue();

        assertThat(bench).sent("careless").failedBy(NullPointerException.class);

        bench.close();
    }

    @Test
    void a_type_of_exception_may_be_expected_before_and_after() {
        tasks.call("careless").args((String) null).applyAsync();
        bench.runDue();
        bench.expectFailure(RuntimeException.class);
        tasks.call("careless").args((String) null).applyAsync();
        bench.runDue();

        bench.close();
    }

    @Test
    void another_type_is_not_expected_by_that() {
        bench.expectFailure(IllegalStateException.class);
        tasks.call("careless").args((String) null).applyAsync();
        bench.runDue();

        assertThatThrownBy(bench::close).hasMessageContaining("careless [task-1]");
    }

    @Test
    void what_a_task_declares_is_expected() {
        tasks.delay(Jobs::declared);
        tasks.delay(Jobs::good);
        bench.runDue();

        bench.close();
    }

    @Test
    void a_failure_that_the_call_threw_was_seen() {
        bench.eagerThrowing();

        assertThatThrownBy(() -> tasks.call("careless").args((String) null).applyAsync())
                .isInstanceOf(NullPointerException.class);

        bench.close();
    }

    @Test
    void a_failure_of_another_node_counts_too() {
        Workbench other = bench.secondNode("other").register(new Jobs());
        tasks.call("careless").args((String) null).applyAsync();
        other.runDue();

        assertThatThrownBy(bench::close).hasMessageContaining("careless [task-1]");
    }

    /** Run by the test below alone. */
    @ExtendWith(WorkbenchExtension.class)
    static class Careless {
        @Test
        void passes_its_own_assertions(Workbench bench) {
            bench.register(new Jobs());
            bench.tasks().call("careless").args((String) null).applyAsync();
            bench.runDue();
        }
    }

    @Test
    void the_extension_fails_such_a_test() {
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(Careless.class))
                .build();

        LauncherFactory.create().execute(request, summary);

        assertThat(summary.getSummary().getFailures()).hasSize(1).first().satisfies(failure -> assertThat(
                        failure.getException())
                .hasMessageContaining("careless [task-1] failed with")
                .hasCauseInstanceOf(NullPointerException.class));
    }
}
