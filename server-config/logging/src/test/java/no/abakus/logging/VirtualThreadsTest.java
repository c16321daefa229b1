package no.abakus.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import no.abakus.logging.testing.LogCapture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Uses reflection, because this module is built for Java 17. Runs if the tests run on a later one
 * ({@code -Djvm=…/bin/java}).
 */
@EnabledForJreRange(min = JRE.JAVA_21)
class VirtualThreadsTest {
    private static final int MANY = 10_000;
    private static final int SOON = 20;
    private static final Log LOG = Log.get();

    @RegisterExtension
    final LogCapture logs = LogCapture.of(VirtualThreadsTest.class).fromAllThreads();

    private ExecutorService virtual;

    @BeforeEach
    void start() throws ReflectiveOperationException {
        Method factory = Executors.class.getMethod("newVirtualThreadPerTaskExecutor");
        virtual = (ExecutorService) factory.invoke(null);
    }

    @Test
    void a_virtual_thread_sees_the_context_of_the_thread_that_submitted_its_task() throws Exception {
        try (LogScope scope = LogContext.bind("request_id", "r1")) {
            LogContext.carrying(virtual)
                    .submit(() -> {
                        assertThat(isVirtual()).isTrue();
                        LOG.info("elsewhere");
                    })
                    .get(SOON, TimeUnit.SECONDS);
            CompletableFuture.runAsync(() -> LOG.info("later"), LogContext.carrying(virtual))
                    .get(SOON, TimeUnit.SECONDS);
        }
        virtual.submit(() -> LOG.info("without")).get(SOON, TimeUnit.SECONDS);

        assertThat(logs.only("elsewhere").get("request_id")).isEqualTo("r1");
        assertThat(logs.only("later").get("request_id")).isEqualTo("r1");
        assertThat(logs.only("without").fields()).isEmpty();
    }

    /** They all wait together, so that each continues on whatever carrier thread is free. */
    @Test
    void ten_thousand_of_them_keep_their_contexts_apart_wherever_they_go_on() throws Exception {
        CountDownLatch all = new CountDownLatch(MANY);
        List<Future<Boolean>> done = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            int number = i;
            done.add(virtual.submit(() -> {
                try (LogScope scope = LogContext.bind("number", number)) {
                    all.countDown();
                    all.await();
                    return LogContext.current().get("number").equals(number);
                }
            }));
        }

        for (Future<Boolean> one : done) {
            assertThat(one.get(SOON, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static boolean isVirtual() {
        try {
            return (boolean) Thread.class.getMethod("isVirtual").invoke(Thread.currentThread());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("no virtual threads here", e);
        }
    }
}
