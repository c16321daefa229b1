package no.abakus.tasks.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.RetryPolicy;
import no.abakus.tasks.TaskArgumentException;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.port.SenderRefused;
import no.abakus.tasks.spi.TaskMessage;
import no.abakus.tasks.testing.SampleMessages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PersistentSendTest {

    private static final TaskMessage TASK = SampleMessages.minimal("7");

    private final Stopped clock = new Stopped();
    private final PersistentSend sender = new PersistentSend(clock, SendLimit.NONE);
    private int tries;

    @AfterEach
    void leaveNoInterrupt() {
        Thread.interrupted();
    }

    @Test
    void a_send_that_succeeds_is_tried_once() {
        sender.send(TASK, RetryPolicy.DEFAULT, failing(0));

        assertThat(tries).isEqualTo(1);
        assertThat(clock.pauses).isEmpty();
    }

    @Test
    void the_default_policy_tries_four_times_with_celerys_waits() {
        assertThatThrownBy(() -> sender.send(TASK, RetryPolicy.DEFAULT, failing(9)))
                .isInstanceOf(OperationalException.class)
                .hasMessageContaining("[7]")
                .hasMessageContaining("4 times")
                .hasMessageContaining("failure 4")
                .cause()
                .hasMessage("failure 4");
        assertThat(clock.pauses).containsExactly(0L, 200L, 400L);
    }

    @Test
    void a_refused_login_is_reported_immediately() {
        OperationalException refused =
                new OperationalException("refused", new SenderRefused(new IllegalArgumentException("wrong password")));

        assertThatThrownBy(() -> sender.send(TASK, RetryPolicy.DEFAULT, () -> {
                    tries++;
                    throw refused;
                }))
                .isSameAs(refused);
        assertThat(tries).isEqualTo(1);
        assertThat(clock.pauses).isEmpty();
    }

    @Test
    void a_broker_that_comes_back_ends_the_trying() {
        sender.send(TASK, RetryPolicy.DEFAULT, failing(2));

        assertThat(tries).isEqualTo(3);
    }

    @Test
    void waits_grow_by_the_step_up_to_the_greatest() {
        RetryPolicy policy = RetryPolicy.DEFAULT
                .withMaxRetries(5)
                .withIntervals(Duration.ofMillis(100), Duration.ofMillis(150), Duration.ofMillis(400));

        assertThatThrownBy(() -> sender.send(TASK, policy, failing(9))).isInstanceOf(OperationalException.class);

        assertThat(clock.pauses).containsExactly(100L, 250L, 400L, 400L, 400L);
    }

    @Test
    void without_a_limit_of_retries_the_timeout_ends_it_and_nothing_is_begun_after() {
        RetryPolicy policy = RetryPolicy.DEFAULT
                .withMaxRetries(RetryPolicy.UNLIMITED)
                .withIntervals(Duration.ofMillis(300), Duration.ZERO, Duration.ofMillis(300))
                .withTimeout(Duration.ofSeconds(1));

        assertThatThrownBy(() -> sender.send(TASK, policy, failing(99))).isInstanceOf(OperationalException.class);

        assertThat(tries).isEqualTo(4);
        assertThat(clock.passed()).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void tries_that_take_long_count_against_the_timeout() {
        Runnable slow = () -> {
            tries++;
            clock.pass(Duration.ofSeconds(6));
            throw new OperationalException("slow", null);
        };

        assertThatThrownBy(() -> sender.send(TASK, RetryPolicy.DEFAULT, slow)).isInstanceOf(OperationalException.class);

        assertThat(tries).isEqualTo(2);
    }

    @Test
    void never_means_one_try_and_its_own_exception() {
        assertThatThrownBy(() -> sender.send(TASK, RetryPolicy.NEVER, failing(1)))
                .isInstanceOf(OperationalException.class)
                .hasMessage("failure 1");
        assertThat(tries).isEqualTo(1);
    }

    @Test
    void what_is_no_trouble_of_the_broker_is_not_tried_again() {
        assertThatThrownBy(() -> sender.send(TASK, RetryPolicy.DEFAULT, () -> {
                    tries++;
                    throw new TaskArgumentException("wrong");
                }))
                .isInstanceOf(TaskArgumentException.class);
        assertThat(tries).isEqualTo(1);
    }

    @Test
    void an_interrupt_ends_the_waiting_and_stays_set() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> sender.send(TASK, RetryPolicy.DEFAULT, failing(9)))
                .hasMessage("failure 1");
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }

    @Test
    void a_policy_of_celerys_form_is_accepted_and_a_senseless_one_is_not() {
        assertThatCode(() -> RetryPolicy.DEFAULT.withMaxRetries(0)).doesNotThrowAnyException();
        assertThatThrownBy(() -> RetryPolicy.DEFAULT.withMaxRetries(-2)).hasMessageContaining("max_retries is -2");
        assertThatThrownBy(() -> RetryPolicy.DEFAULT.withTimeout(Duration.ZERO)).hasMessageContaining("timeout");
        assertThatThrownBy(() -> RetryPolicy.DEFAULT.withIntervals(Duration.ofMillis(-1), Duration.ZERO, Duration.ZERO))
                .hasMessageContaining("interval_start");
    }

    private Runnable failing(int times) {
        return () -> {
            tries++;
            if (tries <= times) {
                throw new OperationalException("failure " + tries, null);
            }
        };
    }

    private static final class Stopped implements TaskClock {

        private final List<Long> pauses = new ArrayList<>();
        private long nanos;

        void pass(Duration time) {
            nanos += time.toNanos();
        }

        Duration passed() {
            return Duration.ofNanos(nanos);
        }

        @Override
        public Instant now() {
            return Instant.EPOCH.plusNanos(nanos);
        }

        @Override
        public long nanos() {
            return nanos;
        }

        @Override
        public void pause(Duration time) throws InterruptedException {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            pauses.add(time.toMillis());
            pass(time);
        }
    }
}
