package no.abakus.tasks.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class ContextPoolTest {

    private static final int THREADS = 8;

    private final FakeModule module = new FakeModule();

    @Test
    void each_thread_has_a_context_of_its_own_captured_inside_of_the_module() throws Exception {
        ContextPool pool = started();
        CountDownLatch allInside = new CountDownLatch(THREADS);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<Boolean>> inside = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                inside.add(threads.submit(() -> {
                    AtomicBoolean current = new AtomicBoolean();
                    pool.execute(() -> current.set(meets(allInside) && module.isCurrent()));
                    return current.get();
                }));
            }

            for (Future<Boolean> each : inside) {
                assertThat(each.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void a_context_is_used_again_also_after_work_that_failed() {
        ContextPool pool = started();
        for (int i = 0; i < 5; i++) {
            pool.execute(() -> {});
            assertThatThrownBy(() -> pool.execute(() -> {
                        throw new IllegalStateException("on purpose");
                    }))
                    .hasMessage("on purpose");
        }

        // The first one serves only to capture others.
        assertThat(module.captured).hasValue(2);
    }

    private ContextPool started() {
        ContextPool[] pool = new ContextPool[1];
        module.enter(() -> pool[0] = new ContextPool(module::capture));
        return pool[0];
    }

    private static boolean meets(CountDownLatch others) {
        others.countDown();
        try {
            return others.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
