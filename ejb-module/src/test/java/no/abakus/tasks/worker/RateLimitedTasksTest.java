package no.abakus.tasks.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.abakus.logging.LogContext;
import no.abakus.logging.LogScope;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.TaskRequest;
import no.abakus.tasks.Tasks;
import no.abakus.tasks.registry.RateLimit;
import no.abakus.tasks.spi.Hold;
import no.abakus.tasks.spi.TaskEvent;
import no.abakus.tasks.spi.TaskMessage;
import no.abakus.tasks.testing.InMemoryTransport;
import no.abakus.tasks.testing.SettableClock;
import no.abakus.tasks.testing.Workbench;
import org.junit.jupiter.api.Test;

/** A task with a rate limit goes back to the broker until its turn, and holds nothing else up. */
class RateLimitedTasksTest {

    private record Begun(String what, Instant at) {}

    static class Mailer {
        private final SettableClock clock;
        private final TaskRequest request;
        private final List<Begun> begun = new ArrayList<>();

        Mailer(SettableClock clock, TaskRequest request) {
            this.clock = clock;
            this.request = request;
        }

        @AbakusTask(name = "mail.send", rateLimit = "10/s", priority = 7)
        public void send(String to) {
            begun.add(new Begun(to, clock.now()));
        }

        @AbakusTask(name = "mail.burst", rateLimit = "60/m", rateLimitBurst = 3)
        public void burst(String to) {
            begun.add(new Begun(to, clock.now()));
        }

        @AbakusTask(name = "mail.tenant", rateLimit = "1/s", rateLimitKey = "tenant")
        public void perTenant(String to, String tenant) {
            begun.add(new Begun(tenant + to, clock.now()));
        }

        @AbakusTask(name = "mail.user", rateLimit = "1/s", rateLimitKey = "context:current_user")
        public void perUser(String to) {
            begun.add(new Begun(to, clock.now()));
        }

        @AbakusTask(name = "mail.stubborn", rateLimit = "1/s", maxRetries = 1, retryDelay = "PT0S")
        public void stubborn() {
            begun.add(new Begun("retry " + request.retries(), clock.now()));
            throw request.retry();
        }

        @AbakusTask(name = "mail.free")
        public void free(String to) {
            begun.add(new Begun(to, clock.now()));
        }
    }

    private static final Instant NOW = SettableClock.START;

    private final Workbench bench = new Workbench();
    private final Mailer mailer = new Mailer(bench.clock(), bench.request());
    private final Tasks tasks = bench.register(mailer).tasks();

    @Test
    void each_begins_at_its_turn_and_is_delivered_twice_at_most() {
        for (int i = 0; i < 5; i++) {
            tasks.delay(Mailer::send, "m" + i);
        }

        int deliveries = run(Duration.ofMillis(400), Duration.ofMillis(1));

        assertThat(mailer.begun)
                .containsExactly(
                        new Begun("m0", NOW),
                        new Begun("m1", NOW.plusMillis(100)),
                        new Begun("m2", NOW.plusMillis(200)),
                        new Begun("m3", NOW.plusMillis(300)),
                        new Begun("m4", NOW.plusMillis(400)));
        assertThat(deliveries).isEqualTo(9);
    }

    @Test
    void it_is_the_same_message_and_no_retry() {
        try (LogScope scope = LogContext.bind("request_id", "r-1")) {
            tasks.delay(Mailer::send, "first");
            tasks.call(Mailer::send, "second").eta(NOW.plusMillis(1)).applyAsync();
        }
        bench.clock().advance(Duration.ofMillis(1));
        bench.runDue();

        InMemoryTransport.Sent original = bench.transport().sent().get(1);
        InMemoryTransport.Sent held = bench.transport().sent().get(2);
        Hold hold = held.message().hold().orElseThrow();
        assertThat(held.route()).isEqualTo(original.route());
        assertThat(held.message()).isEqualTo(original.message().heldBy(hold));
        assertThat(hold.until()).isEqualTo(NOW.plusMillis(101));
        assertThat(held.message().eta()).contains(NOW.plusMillis(1));
        assertThat(bench.events().names()).containsExactly("Sent", "Sent", "Started", "Succeeded", "Held");

        bench.clock().advance(Duration.ofMillis(100));
        bench.runDue();
        assertThat(bench.events()
                        .of(TaskEvent.Succeeded.class)
                        .get(1)
                        .delivery()
                        .message()
                        .retries())
                .isZero();
    }

    @Test
    void others_are_not_held_up() {
        for (int i = 0; i < 100; i++) {
            tasks.delay(Mailer::send, "m" + i);
        }
        tasks.delay(Mailer::free, "other");

        bench.runDue();

        assertThat(mailer.begun).containsExactly(new Begun("m0", NOW), new Begun("other", NOW));
    }

    @Test
    void a_burst_begins_together() {
        for (int i = 0; i < 5; i++) {
            tasks.delay(Mailer::burst, "m" + i);
        }
        run(Duration.ofSeconds(2), Duration.ofMillis(500));

        assertThat(mailer.begun)
                .extracting(Begun::at)
                .containsExactly(NOW, NOW, NOW, NOW.plusSeconds(1), NOW.plusSeconds(2));
    }

    @Test
    void each_argument_has_a_limit_of_its_own() {
        tasks.delay(Mailer::perTenant, "1", "a");
        tasks.delay(Mailer::perTenant, "2", "a");
        tasks.delay(Mailer::perTenant, "1", "b");
        bench.runDue();

        assertThat(mailer.begun).extracting(Begun::what).containsExactly("a1", "b1");
    }

    @Test
    void each_context_value_has_a_limit_of_its_own() {
        for (String user : List.of("a", "a", "b")) {
            try (LogScope scope = LogContext.bind("current_user", user)) {
                tasks.delay(Mailer::perUser, user);
            }
        }
        bench.runDue();

        assertThat(mailer.begun).extracting(Begun::what).containsExactly("a", "b");
    }

    @Test
    void executions_that_were_asked_for_again_count() {
        tasks.delay(Mailer::stubborn);
        run(Duration.ofSeconds(1), Duration.ofMillis(100));

        assertThat(mailer.begun).containsExactly(new Begun("retry 0", NOW), new Begun("retry 1", NOW.plusSeconds(1)));
        assertThat(bench.transport().sent())
                .extracting(InMemoryTransport.Sent::message)
                .filteredOn(message -> message.retries() == 1)
                .extracting(TaskMessage::hold)
                .satisfiesExactly(first -> assertThat(first).isEmpty(), second -> assertThat(second)
                        .isPresent());
    }

    @Test
    void a_slower_limit_holds_for_those_that_wait_already() {
        for (int i = 0; i < 4; i++) {
            tasks.delay(Mailer::send, "m" + i);
        }
        bench.runDue();
        change("1/s");
        run(Duration.ofSeconds(4), Duration.ofMillis(100));

        assertThat(mailer.begun)
                .extracting(Begun::at)
                .containsExactly(NOW, NOW.plusMillis(100), NOW.plusMillis(1_100), NOW.plusMillis(2_100));
    }

    @Test
    void a_limit_that_is_lifted_is_noticed_within_a_minute() {
        change("1/h");
        tasks.delay(Mailer::send, "m0");
        tasks.delay(Mailer::send, "m1");
        bench.runDue();
        bench.limits().change("mail.send", Optional.empty());

        bench.clock().advance(Duration.ofMinutes(1));
        bench.runDue();

        assertThat(mailer.begun).extracting(Begun::what).containsExactly("m0", "m1");
    }

    @Test
    void a_turn_far_away_is_kept_while_the_limit_is_the_same() {
        change("6/h");
        for (int i = 0; i < 3; i++) {
            tasks.delay(Mailer::send, "m" + i);
        }
        run(Duration.ofMinutes(20), Duration.ofSeconds(30));

        assertThat(mailer.begun)
                .containsExactly(
                        new Begun("m0", NOW),
                        new Begun("m1", NOW.plus(Duration.ofMinutes(10))),
                        new Begun("m2", NOW.plus(Duration.ofMinutes(20))));
    }

    private void change(String rate) {
        bench.limits().change("mail.send", RateLimit.parse(rate));
    }

    private int run(Duration span, Duration step) {
        int deliveries = bench.runDue();
        for (Instant end = bench.clock().now().plus(span); bench.clock().now().isBefore(end); ) {
            bench.clock().advance(step);
            deliveries += bench.runDue();
        }
        return deliveries;
    }
}
