package no.abakus.tasks.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.Acks;
import no.abakus.tasks.AsyncResult;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.testing.Workbench;
import org.junit.jupiter.api.Test;

/**
 * A task that gets no connection has not failed, because another node may have a connection, or this node may have one
 * later.
 */
class NoConnectionTest {

    class Body {
        @AbakusTask(name = "late", ignoreResult = false)
        public String late() throws Exception {
            return run();
        }

        @AbakusTask(name = "transacted", ignoreResult = false, acks = Acks.TRANSACTED)
        public String transacted() throws Exception {
            return run();
        }

        @AbakusTask(name = "early", ignoreResult = false, acks = Acks.EARLY)
        public String early() throws Exception {
            return run();
        }

        @AbakusTask(name = "once", ignoreResult = false, rejectOnWorkerLost = false)
        public String once() throws Exception {
            return run();
        }

        @AbakusTask(name = "proud", ignoreResult = false, requeueOnConnectionFailure = false)
        public String proud() throws Exception {
            return run();
        }

        private String run() throws Exception {
            runs++;
            if (runs <= failures) {
                throw new IllegalStateException(new SQLException("refused", state));
            }
            return "done";
        }
    }

    private final Workbench bench = Workbench.of(new Body());
    private String state = "08001";
    private int failures = 3;
    private int runs;

    private AsyncResult<Object> ran(String task) {
        AsyncResult<Object> result = bench.tasks().call(task).applyAsync();
        bench.drain();
        return result;
    }

    @Test
    void whatever_its_acknowledgement_a_task_without_a_connection_runs_again_without_using_up_retries() {
        for (String task : new String[] {"late", "transacted", "early", "once"}) {
            runs = 0;
            assertThat(ran(task).result()).as(task).isEqualTo("done");
            assertThat(runs).as(task).isEqualTo(4);
        }
        assertThat(bench.transport().sent())
                .allSatisfy(sent -> assertThat(sent.message().retries()).isZero());
    }

    @Test
    void a_connection_that_was_lost_in_use_excuses_only_what_may_run_twice() {
        state = "08006";
        assertThat(ran("late").result()).isEqualTo("done");
        runs = 0;
        assertThat(ran("once").state()).isEqualTo(TaskState.FAILURE);
        assertThat(runs).isEqualTo(1);
    }

    @Test
    void an_outage_without_end_fails_the_task_after_twenty_returns() {
        failures = Integer.MAX_VALUE;
        assertThat(ran("late").state()).isEqualTo(TaskState.FAILURE);
        assertThat(runs).isEqualTo(GivingBack.MOST + 1);
    }

    @Test
    void a_task_may_want_to_fail_at_once() {
        assertThat(ran("proud").state()).isEqualTo(TaskState.FAILURE);
        assertThat(runs).isEqualTo(1);
    }

    @Test
    void a_mistake_in_a_statement_is_a_failure() {
        state = "42601";
        assertThat(ran("late").state()).isEqualTo(TaskState.FAILURE);
    }
}
