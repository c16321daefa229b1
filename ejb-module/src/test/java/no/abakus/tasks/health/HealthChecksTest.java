package no.abakus.tasks.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import no.abakus.tasks.config.Sources;
import no.abakus.tasks.operate.TaskHealth.Check;
import no.abakus.tasks.spi.HealthProbe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HealthChecksTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final CountDownLatch release = new CountDownLatch(1);
    private final AtomicInteger hangingRuns = new AtomicInteger();
    private final HealthProbe works = probe("works", () -> {});
    private final HealthProbe breaks = probe("breaks", () -> {
        throw new IllegalStateException("jdbc:secret");
    });
    private final HealthProbe hangs = probe("hangs", () -> {
        hangingRuns.incrementAndGet();
        release.await();
    });

    @AfterEach
    void stop() {
        release.countDown();
        executor.shutdownNow();
    }

    @Test
    void each_probe_is_reported_in_its_order() {
        assertThat(checks(List.of(works, breaks), executor, LONG).ready())
                .containsExactly(new Check("works", true), new Check("breaks", false));
    }

    @Test
    void a_probe_that_does_not_answer_in_time_is_down_and_holds_nobody_up() {
        assertThat(checks(List.of(hangs, works), executor, Duration.ofMillis(200))
                        .ready())
                .first()
                .isEqualTo(new Check("hangs", false));
    }

    @Test
    void a_probe_that_hangs_is_not_begun_again_before_it_has_ended() {
        HealthChecks checks = checks(List.of(hangs), executor, Duration.ofMillis(50));
        checks.ready();
        checks.ready();
        checks.ready();

        assertThat(hangingRuns).hasValue(1);
        release.countDown();
        assertThat(checks(List.of(hangs), executor, LONG).ready()).containsExactly(new Check("hangs", true));
    }

    @Test
    void a_probe_that_recovers_is_up_again() {
        AtomicInteger runs = new AtomicInteger();
        HealthChecks checks = checks(
                List.of(probe("flaky", () -> {
                    if (runs.incrementAndGet() == 1) {
                        throw new IllegalStateException("not yet");
                    }
                })),
                executor,
                LONG);

        assertThat(checks.downSince("flaky")).isEmpty();
        assertThat(checks.ready()).containsExactly(new Check("flaky", false));
        assertThat(checks.downSince("flaky")).isPresent();
        assertThat(checks.ready()).containsExactly(new Check("flaky", true));
        assertThat(checks.downSince("flaky")).isEmpty();
    }

    @Test
    void an_executor_that_takes_no_more_work_makes_it_down() {
        HealthChecks checks = checks(
                List.of(works),
                command -> {
                    throw new RejectedExecutionException("full");
                },
                LONG);

        assertThat(checks.ready()).containsExactly(new Check("works", false));
    }

    @Test
    void what_has_started_is_not_checked_again() {
        AtomicInteger runs = new AtomicInteger();
        HealthChecks checks = new HealthChecks(
                List.of(),
                probe("modules", () -> {
                    if (runs.incrementAndGet() == 1) {
                        throw new IllegalStateException("not yet");
                    }
                }),
                () -> executor,
                Sources.system().clock(),
                LONG);

        assertThat(checks.started()).containsExactly(new Check("modules", false));
        assertThat(checks.started()).containsExactly(new Check("modules", true));
        assertThat(checks.started()).isEmpty();
        assertThat(runs).hasValue(2);
    }

    private HealthChecks checks(List<HealthProbe> probes, Executor runner, Duration patience) {
        return new HealthChecks(probes, works, () -> runner, Sources.system().clock(), patience);
    }

    private interface Body {
        void run() throws Exception;
    }

    private static HealthProbe probe(String name, Body body) {
        return new HealthProbe() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public void check() throws Exception {
                body.run();
            }
        };
    }
}
