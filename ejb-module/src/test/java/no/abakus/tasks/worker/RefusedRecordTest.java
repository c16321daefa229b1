package no.abakus.tasks.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.AsyncResult;
import no.abakus.tasks.FailedTask;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.TaskRequest;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.spi.Rejection;
import no.abakus.tasks.spi.TaskEvent;
import no.abakus.tasks.spi.TaskMessage;
import no.abakus.tasks.testing.Workbench;
import org.junit.jupiter.api.Test;

/** If the database will never accept a record, the task ends with that reason, and what follows a failure is sent. */
class RefusedRecordTest {

    static class Job {
        private final TaskRequest request;
        private final List<String> told = new ArrayList<>();
        private int runs;
        private Runnable during = () -> {};

        Job(TaskRequest request) {
            this.request = request;
        }

        @AbakusTask(name = "job.run", ignoreResult = false)
        public void run() {
            runs++;
        }

        @AbakusTask(name = "job.again", ignoreResult = false)
        public void again() {
            runs++;
            throw request.retry(Duration.ofMinutes(1));
        }

        @AbakusTask(name = "job.once", ignoreResult = false, rejectOnWorkerLost = false)
        public void once(String end) {
            during.run();
            if (end.equals("failure")) {
                throw new IllegalStateException("as wished");
            }
        }

        @AbakusTask(name = "job.mourn")
        public void mourn(FailedTask failed) {
            told.add(failed.task());
        }
    }

    private final Workbench bench = new Workbench();
    private final Job job = new Job(bench.request());

    RefusedRecordTest() {
        bench.register(job);
    }

    @Test
    void an_outcome_that_is_refused_is_a_failure_that_says_so() {
        bench.results().refuse(TaskState.SUCCESS);
        AsyncResult<Void> sent = bench.tasks().call(Job::run).applyAsync();

        bench.drain();

        assertThat(job.runs).isEqualTo(1);
        assertThat(sent.state()).isEqualTo(TaskState.FAILURE);
        assertThat(bench.events().only(TaskEvent.Failed.class).thrown()).hasMessage("The data is refused");
    }

    @Test
    void its_error_links_are_sent() {
        bench.results().refuse(TaskState.SUCCESS);
        bench.tasks()
                .call(Job::run)
                .linkError(bench.tasks().signature("job.mourn"))
                .applyAsync();

        bench.drain();

        assertThat(job.told).containsExactly("job.run");
    }

    @Test
    void so_does_a_retry_that_is_refused() {
        bench.results().refuse(TaskState.RETRY);
        AsyncResult<Void> sent = bench.tasks().call(Job::again).applyAsync();

        bench.drain();

        assertThat(job.runs).isEqualTo(1);
        assertThat(sent.state()).isEqualTo(TaskState.FAILURE);
    }

    @Test
    void one_that_waits_for_the_database_and_is_refused_then_holds_up_no_other() {
        job.during = () -> bench.results().breakDown("no route");
        AsyncResult<Void> refused = bench.tasks().call(Job::once, "failure").applyAsync();
        AsyncResult<Void> other = bench.tasks().call(Job::once, "success").applyAsync();
        for (int i = 0; i < 2; i++) {
            TaskMessage message = bench.transport().sent().get(i).message();
            assertThatThrownBy(() -> bench.deliver(message)).isInstanceOf(OperationalException.class);
            bench.results().restore();
        }
        bench.results().refuse(TaskState.FAILURE);

        bench.lookAfterClaims();

        assertThat(other.state()).isEqualTo(TaskState.SUCCESS);
        assertThat(refused.state()).isEqualTo(TaskState.STARTED);
    }

    @Test
    void one_that_is_given_up_is_rejected_with_its_reason() {
        AsyncResult<Void> sent = bench.tasks().call(Job::run).taskId("g-1").applyAsync();
        Rejection rejection = new Rejection(Rejection.Reason.GIVEN_UP, "no memory, 21 times");

        bench.worker()
                .givenUp(
                        new no.abakus.tasks.spi.Delivery(
                                bench.transport().sent().get(0).message(),
                                new no.abakus.tasks.spi.Route("default", 4),
                                bench.clock().now(),
                                1,
                                false),
                        rejection);

        assertThat(sent.state()).isEqualTo(TaskState.REJECTED);
        assertThat(bench.events().only(TaskEvent.Rejected.class).rejection()).isEqualTo(rejection);
    }
}
