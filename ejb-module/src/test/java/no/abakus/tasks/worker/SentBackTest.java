package no.abakus.tasks.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import no.abakus.tasks.operate.HeldTask;
import no.abakus.tasks.operate.WaitingTask;
import no.abakus.tasks.spi.Delivery;
import no.abakus.tasks.spi.Hold;
import no.abakus.tasks.spi.Returns;
import no.abakus.tasks.spi.Route;
import no.abakus.tasks.spi.TaskEvent;
import no.abakus.tasks.spi.TaskMessage;
import no.abakus.tasks.testing.SampleMessages;
import no.abakus.tasks.testing.SettableClock;
import org.junit.jupiter.api.Test;

/** A node remembers the latest tasks that it has sent back with a delay, and only as long as they wait. */
class SentBackTest {

    private static final Route ROUTE = new Route("mail", 4);
    private static final Duration DELAY = Duration.ofSeconds(30);

    private final SettableClock clock = new SettableClock();
    private final SentBack sentBack = new SentBack(clock);

    private Instant later() {
        return clock.now().plus(DELAY);
    }

    private void pause(String id) {
        Hold hold = new Hold(later(), later(), HeldTask.PAUSED);
        sentBack.note(ROUTE, SampleMessages.minimal(id).heldBy(hold, clock.now()));
    }

    private void start(TaskMessage message) {
        sentBack.onEvent(new TaskEvent.Started(new Delivery(message, ROUTE, clock.now(), 1, false), Duration.ZERO));
    }

    @Test
    void a_task_that_was_sent_back_is_known_with_its_reason() {
        pause("1");

        assertThat(sentBack.find("1"))
                .contains(new WaitingTask(
                        "1",
                        "mail.send",
                        "mail",
                        4,
                        0,
                        Optional.of(later()),
                        Optional.empty(),
                        Optional.of(clock.now()),
                        Optional.of(new HeldTask(HeldTask.PAUSED, later(), Optional.of(clock.now())))));
        assertThat(sentBack.find("2")).isEmpty();
    }

    @Test
    void a_task_that_no_node_could_run_says_since_when() {
        Instant first = clock.now().minusSeconds(60);
        sentBack.note(ROUTE, SampleMessages.minimal("1").returned(new Returns(3, "unknown-task", first), later()));

        assertThat(sentBack.find("1").orElseThrow().held())
                .contains(new HeldTask("unknown-task", later(), Optional.of(first)));
    }

    @Test
    void a_retry_is_known_with_its_number() {
        sentBack.note(ROUTE, SampleMessages.minimal("1").retriedAt(later()));

        WaitingTask retry = sentBack.find("1").orElseThrow();
        assertThat(retry.retries()).isEqualTo(1);
        assertThat(retry.due()).contains(later());
        assertThat(retry.held()).isEmpty();
    }

    @Test
    void it_is_forgotten_some_seconds_after_it_is_due() {
        pause("1");
        clock.advance(DELAY.plus(SentBack.GRACE));
        assertThat(sentBack.find("1")).isPresent();

        clock.advance(Duration.ofMillis(1));
        assertThat(sentBack.find("1")).isEmpty();
    }

    @Test
    void it_is_forgotten_when_it_starts() {
        pause("1");
        pause("2");

        start(SampleMessages.minimal("1"));

        assertThat(sentBack.find("1")).isEmpty();
        assertThat(sentBack.find("2")).isPresent();
    }

    @Test
    void it_is_forgotten_when_it_is_sent_again_without_a_delay() {
        pause("1");

        sentBack.note(ROUTE, SampleMessages.minimal("1").returned(Returns.NONE, clock.now()));

        assertThat(sentBack.find("1")).isEmpty();
    }

    @Test
    void only_the_latest_are_remembered() {
        pause("first");
        pause("second");
        for (int i = 2; i < SentBack.MOST; i++) {
            pause("task " + i);
        }
        assertThat(sentBack.find("first")).isPresent();

        // This makes the first task one of the latest.
        pause("first");
        pause("one more");

        assertThat(sentBack.find("second")).isEmpty();
        assertThat(sentBack.find("first")).isPresent();
        assertThat(sentBack.find("one more")).isPresent();
    }
}
