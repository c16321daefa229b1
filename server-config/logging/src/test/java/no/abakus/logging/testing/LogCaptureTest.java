package no.abakus.logging.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Level;
import java.util.logging.Logger;
import no.abakus.logging.Log;
import no.abakus.logging.LogContext;
import no.abakus.logging.LogScope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LogCaptureTest {
    private static final Log LOG = Log.get();

    @RegisterExtension
    final LogCapture logs = LogCapture.of(LogCaptureTest.class);

    @Test
    void every_level_is_captured_with_context_bound_fields_and_exception() {
        IllegalStateException thrown = new IllegalStateException("boom");
        try (LogScope scope = LogContext.bind("request_id", "r1")) {
            LOG.bind("module", "mail").debug("mail_failed", thrown, "attempt", 2);
        }

        CapturedEvent event = logs.only("mail_failed");
        assertThat(event.level()).isEqualTo("debug");
        assertThat(event.has("request_id", "r1", "module", "mail", "attempt", 2))
                .isTrue();
        assertThat(event.thrown()).isSameAs(thrown);
        assertThat(logs.assertLogged("mail_failed", "attempt", 2)).isEqualTo(event);
    }

    @Test
    void messages_of_others_are_captured_formatted() {
        Logger.getLogger(LogCaptureTest.class.getName() + ".below")
                .log(Level.WARNING, "{0} of {1}", new Object[] {1, "many"});

        assertThat(logs.only("1 of many").level()).isEqualTo("warning");
    }

    @Test
    void a_failure_says_what_was_logged_instead() {
        LOG.info("mail_sent", "to", 3);

        assertThatThrownBy(() -> logs.assertLogged("mail_sent", "to", 4))
                .isInstanceOf(AssertionError.class)
                .hasMessage("expected mail_sent with [to, 4] but there was \n  info mail_sent to=3");
        assertThatThrownBy(() -> logs.only("mail_lost"))
                .hasMessage("expected one event mail_lost but there were 0 among \n  info mail_sent to=3");
        assertThatThrownBy(() -> logs.assertNothingFrom("info")).hasMessageContaining("info mail_sent to=3");
        logs.assertNothingFrom("warning");
    }

    @Test
    void threads_started_by_the_test_are_captured() throws InterruptedException {
        Thread thread = new Thread(() -> LOG.info("elsewhere"));
        thread.start();
        thread.join();

        assertThat(logs.events("elsewhere")).hasSize(1);
    }

    @Test
    void captures_at_the_same_time_do_not_see_each_other() throws Exception {
        ExecutorService tests = Executors.newFixedThreadPool(2);
        CyclicBarrier together = new CyclicBarrier(2);
        try {
            List<Future<List<CapturedEvent>>> seen =
                    List.of(tests.submit(() -> oneTest("a", together)), tests.submit(() -> oneTest("b", together)));

            assertThat(seen.get(0).get()).hasSize(1).allMatch(event -> event.event()
                    .equals("a"));
            assertThat(seen.get(1).get()).hasSize(1).allMatch(event -> event.event()
                    .equals("b"));
        } finally {
            tests.shutdown();
        }
    }

    @Test
    void all_threads_are_captured_where_that_is_wanted() throws Exception {
        ExecutorService before = Executors.newSingleThreadExecutor();
        before.submit(() -> {}).get();
        try (LogCapture all =
                LogCapture.of(LogCaptureTest.class).fromAllThreads().start()) {
            before.submit(() -> LOG.info("from_a_pool")).get();

            assertThat(all.events("from_a_pool")).hasSize(1);
        } finally {
            before.shutdown();
        }
    }

    private static List<CapturedEvent> oneTest(String name, CyclicBarrier together) throws Exception {
        try (LogCapture own = LogCapture.of(LogCaptureTest.class).start()) {
            together.await();
            LOG.info(name);
            together.await();
            return own.events();
        }
    }
}
