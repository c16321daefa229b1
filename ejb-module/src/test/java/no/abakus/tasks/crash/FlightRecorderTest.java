package no.abakus.tasks.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import no.abakus.tasks.testing.SettableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The next run finds the notes that this run has written, however this run ended. */
class FlightRecorderTest {

    private static final Instant BEGUN = SettableClock.START;

    private final SettableClock clock = new SettableClock();

    @TempDir
    Path folder;

    private FlightRecorder open(String run) throws IOException {
        return FlightRecorder.open(folder, run, clock);
    }

    @Test
    void the_first_run_finds_nothing() throws IOException {
        try (FlightRecorder recorder = open("run-1")) {
            assertThat(recorder.left()).isEmpty();
            assertThat(recorder.formerRun()).isEmpty();
        }
    }

    @Test
    void no_other_user_reads_it_and_a_file_that_was_open_to_all_is_closed() throws IOException {
        Path ours = Files.createDirectory(folder.resolve("abakus"));
        Path file = Files.createFile(ours.resolve("running-tasks.bin"));
        Files.setPosixFilePermissions(ours, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        FlightRecorder.open(ours, "run-1", clock).close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(ours)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void the_next_run_finds_what_was_running_and_nothing_else() throws IOException {
        try (FlightRecorder recorder = open("run-1")) {
            recorder.leave(recorder.enter("ended", "mail.send", 0, false, BEGUN));
            recorder.enter("running", "mail.send", 2, true, BEGUN);
            clock.advance(Duration.ofMillis(300));
            recorder.look();
        }
        try (FlightRecorder recorder = open("run-2")) {
            assertThat(recorder.formerRun()).contains("run-1");
            assertThat(recorder.left()).singleElement().satisfies(task -> {
                assertThat(task.id()).isEqualTo("running");
                assertThat(task.task()).isEqualTo("mail.send");
                assertThat(task.retries()).isEqualTo(2);
                assertThat(task.wasSuspect()).isTrue();
                assertThat(task.begunAt()).isEqualTo(BEGUN);
                assertThat(task.seenAt()).isEqualTo(BEGUN.plusMillis(300));
                assertThat(task.thread()).isEqualTo(Thread.currentThread().getName());
                assertThat(task.stack()).as("of a body as short as that").isEmpty();
            });
        }
        try (FlightRecorder recorder = open("run-3")) {
            assertThat(recorder.left()).as("run-2 was running nothing").isEmpty();
            assertThat(recorder.formerRun()).contains("run-2");
        }
    }

    @Test
    void it_tells_where_a_body_was_that_had_run_for_a_while() throws Exception {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        FlightRecorder recorder = open("run-1");
        Thread worker = new Thread(() -> stuckIn(recorder, entered, over));
        worker.start();
        entered.await();
        clock.advance(Duration.ofSeconds(2));
        recorder.look();
        recorder.close();
        over.countDown();
        worker.join();

        try (FlightRecorder next = open("run-2")) {
            assertThat(next.left()).singleElement().satisfies(task -> assertThat(task.stack())
                    .hasValueSatisfying(stack -> assertThat(stack).contains("FlightRecorderTest.stuckIn")));
        }
    }

    private static void stuckIn(FlightRecorder recorder, CountDownLatch entered, CountDownLatch over) {
        recorder.enter("stuck", "mail.send", 0, false, BEGUN);
        entered.countDown();
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void long_names_are_cut_and_do_not_reach_into_their_neighbours() throws IOException {
        String name = "n".repeat(3_000);
        try (FlightRecorder recorder = open("run-1")) {
            recorder.enter("i".repeat(3_000), name, 1, true, BEGUN);
        }
        try (FlightRecorder recorder = open("run-2")) {
            assertThat(recorder.left()).singleElement().satisfies(task -> {
                assertThat(task.id()).isEqualTo("i".repeat(255));
                assertThat(task.task()).isEqualTo("n".repeat(255));
                assertThat(task.retries()).isEqualTo(1);
            });
        }
        assertThat(FlightRecorder.needed()).isLessThanOrEqualTo(4096);
    }

    @Test
    void when_all_places_are_taken_tasks_run_without() throws IOException {
        try (FlightRecorder recorder = open("run-1")) {
            for (int i = 0; i < FlightRecorder.PLACES; i++) {
                assertThat(recorder.enter("task-" + i, "mail.send", 0, false, BEGUN))
                        .isNotNegative();
            }
            int none = recorder.enter("one too many", "mail.send", 0, false, BEGUN);
            assertThat(none).isEqualTo(Trace.NO_PLACE);
            recorder.leave(none);
        }
        try (FlightRecorder recorder = open("run-2")) {
            assertThat(recorder.left()).hasSize(FlightRecorder.PLACES);
        }
    }

    @Test
    void two_cannot_write_into_the_same_file() throws IOException {
        try (FlightRecorder recorder = open("run-1")) {
            assertThatThrownBy(() -> open("run-2"))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("open already");
            assertThat(recorder.left()).isEmpty();
        }
    }
}
