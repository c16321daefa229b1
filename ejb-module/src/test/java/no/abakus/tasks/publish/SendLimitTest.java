package no.abakus.tasks.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.RetryPolicy;
import no.abakus.tasks.TaskOptionException;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.spi.TaskMessage;
import no.abakus.tasks.testing.SampleMessages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A broker that neither accepts nor refuses a message delays no sender beyond the sender's deadline. */
class SendLimitTest {

    private static final TaskMessage TASK = SampleMessages.minimal("7");
    private static final Duration LIMIT = Duration.ofMillis(200);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final SendLimit limit = new SendLimit(threads);
    private final CountDownLatch brokerAnswers = new CountDownLatch(1);
    private final AtomicInteger tries = new AtomicInteger();

    @AfterEach
    void endThreads() {
        brokerAnswers.countDown();
        threads.shutdown();
    }

    @Test
    void a_send_that_hangs_ends_for_its_sender_at_the_limit_and_says_that_nobody_knows() {
        long before = System.nanoTime();

        assertThatThrownBy(() -> limit.within(LIMIT, TASK, this::hang))
                .isInstanceOf(OperationalException.class)
                .hasMessageContaining("within 200 ms")
                .hasMessageContaining("[7]")
                .hasMessageContaining("unknown");

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isBetween(LIMIT, LIMIT.multipliedBy(10));
    }

    @Test
    void a_hanging_try_is_the_last_one_however_many_retries_were_left() {
        PersistentSend sender = new PersistentSend(TaskClock.system(), limit);
        RetryPolicy patient =
                RetryPolicy.DEFAULT.withMaxRetries(RetryPolicy.UNLIMITED).withTimeout(LIMIT);
        long before = System.nanoTime();

        assertThatThrownBy(() -> sender.send(TASK, patient, this::hang)).hasMessageContaining("unknown");

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isBetween(LIMIT, LIMIT.multipliedBy(10));
        assertThat(tries).hasValue(1);
    }

    @Test
    void what_the_send_throws_is_thrown_as_it_is() {
        OperationalException refused = new OperationalException("refused", null);
        assertThatThrownBy(() -> limit.within(LIMIT, TASK, () -> {
                    throw refused;
                }))
                .isSameAs(refused);
        assertThatThrownBy(() -> limit.within(LIMIT, TASK, () -> {
                    throw new TaskOptionException("taken");
                }))
                .isInstanceOf(TaskOptionException.class);
        assertThatThrownBy(() -> limit.within(LIMIT, TASK, () -> {
                    throw new AssertionError("broken");
                }))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void an_interrupted_sender_goes_and_stays_interrupted() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> limit.within(LIMIT, TASK, this::hang))
                .isInstanceOf(OperationalException.class)
                .hasMessageContaining("interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }

    private void hang() {
        tries.incrementAndGet();
        try {
            brokerAnswers.await();
        } catch (InterruptedException e) {
            throw new AssertionError("Nothing may be interrupted: a broker in this process could lose its files", e);
        }
    }
}
