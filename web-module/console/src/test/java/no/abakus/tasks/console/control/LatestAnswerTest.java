package no.abakus.tasks.console.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A question that many clients ask is passed on only rarely. */
class LatestAnswerTest {

    private final AtomicLong now = new AtomicLong();
    private final AtomicInteger asked = new AtomicInteger();
    private boolean isAway;

    private final LatestAnswer<String> latest = new LatestAnswer<>(
            () -> {
                int times = asked.incrementAndGet();
                return isAway ? Optional.empty() : Optional.of("answer " + times);
            },
            "unknown",
            now::get);

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    @Test
    void it_is_asked_at_most_twice_a_second() {
        for (int i = 0; i < 1_000; i++) {
            latest.get();
            pass(Duration.ofMillis(1));
        }

        assertThat(asked).hasValue(2);
        assertThat(latest.get()).isEqualTo("answer 3");
    }

    @Test
    void after_a_failure_nobody_waits_for_ten_seconds() {
        isAway = true;
        assertThat(latest.get()).isEqualTo("unknown");
        isAway = false;
        pass(Duration.ofSeconds(9));
        assertThat(latest.get()).isEqualTo("unknown");
        assertThat(asked).hasValue(1);

        pass(Duration.ofSeconds(1));

        assertThat(latest.get()).isEqualTo("answer 2");
    }

    @Test
    void who_comes_while_it_is_asked_gets_the_previous_answer() throws Exception {
        CountDownLatch isAsked = new CountDownLatch(1);
        CountDownLatch mayAnswer = new CountDownLatch(1);
        LatestAnswer<String> slow = new LatestAnswer<>(
                () -> {
                    isAsked.countDown();
                    await(mayAnswer);
                    return Optional.of("late");
                },
                "unknown",
                now::get);

        CompletableFuture<String> first = CompletableFuture.supplyAsync(slow::get);
        isAsked.await();
        assertThat(slow.get()).isEqualTo("unknown");
        mayAnswer.countDown();

        assertThat(first.get()).isEqualTo("late");
        assertThat(slow.get()).isEqualTo("late");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
