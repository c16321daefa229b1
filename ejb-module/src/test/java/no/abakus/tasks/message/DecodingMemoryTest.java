package no.abakus.tasks.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Large bodies share the available memory: they wait for each other, and never for themselves. */
class DecodingMemoryTest {

    private static final int MIB = 1 << 20;

    @Test
    void who_wants_more_than_is_free_waits_until_others_return_it() throws Exception {
        DecodingMemory memory = new DecodingMemory(4 * MIB, Duration.ofMinutes(1));
        DecodingMemory.Share first = memory.share();
        first.take(3 * MIB);
        CountDownLatch started = new CountDownLatch(1);
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<?> second = other.submit(() -> {
                started.countDown();
                try (DecodingMemory.Share share = memory.share()) {
                    share.take(2 * MIB);
                }
            });
            started.await();
            assertThat(second.isDone()).isFalse();

            first.keep(2 * MIB);
            second.get(1, TimeUnit.MINUTES);
        } finally {
            other.shutdownNow();
        }
    }

    @Test
    void one_that_waits_too_long_is_told() {
        DecodingMemory memory = new DecodingMemory(4 * MIB, Duration.ZERO);
        try (DecodingMemory.Share first = memory.share();
                DecodingMemory.Share second = memory.share()) {
            first.take(3 * MIB);

            assertThatThrownBy(() -> second.take(2 * MIB)).isInstanceOf(NoMemoryNowException.class);
            second.take(MIB);
        }
        memory.share().take(4 * MIB);
    }

    @Test
    void one_that_needs_more_than_there_is_gets_all_of_it_alone() {
        DecodingMemory memory = new DecodingMemory(4 * MIB, Duration.ZERO);
        try (DecodingMemory.Share huge = memory.share()) {
            huge.take(1L << 40);

            assertThatThrownBy(() -> memory.share().take(1)).isInstanceOf(NoMemoryNowException.class);
        }
        memory.share().take(4 * MIB);
    }

    @Test
    void what_running_tasks_hold_keeps_nobody_from_reading_but_from_holding_more() {
        DecodingMemory memory = new DecodingMemory(4 * MIB, Duration.ZERO);
        DecodingMemory.Share running = memory.share();
        running.take(4 * MIB);
        running.hold(3 * MIB);
        try (DecodingMemory.Share next = memory.share()) {
            next.take(4 * MIB);

            assertThatThrownBy(() -> next.hold(2 * MIB)).isInstanceOf(NoMemoryNowException.class);
            running.close();
            next.hold(2 * MIB);
        }
    }
}
