package no.abakus.tasks.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.Retry;
import no.abakus.tasks.TaskRequest;
import no.abakus.tasks.TimeLimitExceeded;
import no.abakus.tasks.registry.AttributeReader;
import no.abakus.tasks.registry.TaskAttributes;
import no.abakus.tasks.spi.TaskEvent;
import no.abakus.tasks.testing.Workbench;
import org.junit.jupiter.api.Test;

/** A task declares for which exceptions it is retried, and how the delay grows. */
class AutoretryTest {

    static class Client {
        private final TaskRequest request;
        private int executions;
        private Throwable trouble = new IOException("connection reset");

        Client(TaskRequest request) {
            this.request = request;
        }

        @AbakusTask(
                name = "client.call",
                autoretryFor = IOException.class,
                dontAutoretryFor = FileNotFoundException.class,
                retryDelay = "PT5S")
        public void call() throws Throwable {
            executions++;
            throw trouble;
        }

        @AbakusTask(name = "client.all", autoretryFor = Throwable.class, retryDelay = "PT5S")
        public void all() throws Throwable {
            throw trouble;
        }

        @AbakusTask(name = "client.backoff", autoretryFor = IOException.class, maxRetries = 10, retryBackoff = true)
        public void backoff() throws Throwable {
            throw trouble;
        }

        @AbakusTask(
                name = "client.steady",
                autoretryFor = IOException.class,
                maxRetries = -1,
                retryBackoff = true,
                retryBackoffFactor = "PT3S",
                retryBackoffMax = "PT20S",
                retryJitter = false)
        public void steady() throws Throwable {
            throw trouble;
        }

        @AbakusTask(name = "client.own", retryBackoff = true, retryJitter = false)
        public void own() {
            throw request.retry(new IllegalStateException("not yet"));
        }

        @AbakusTask(name = "client.most", maxRetries = 0)
        public void most() {
            executions++;
            throw request.retry(Duration.ZERO).atMost(2);
        }
    }

    private final Workbench bench = new Workbench();
    private final Client client = new Client(bench.request());

    AutoretryTest() {
        bench.register(client);
    }

    @Test
    void a_declared_exception_is_retried_and_in_the_end_the_task_fails_with_it() {
        bench.tasks().call("client.call").applyAsync();
        for (int i = 0; i < 10; i++) {
            bench.runDue();
            bench.clock().advance(Duration.ofSeconds(5));
        }

        assertThat(client.executions).isEqualTo(4);
        assertThat(bench.events().of(TaskEvent.Retrying.class))
                .hasSize(3)
                .allSatisfy(retrying -> assertThat(retrying.cause()).containsSame(client.trouble));
        assertThat(bench.events().only(TaskEvent.Failed.class).thrown()).isSameAs(client.trouble);
    }

    @Test
    void an_excluded_exception_fails_at_once_although_its_parent_is_declared() {
        client.trouble = new FileNotFoundException("gone");

        assertThat(namesOf("client.call")).containsExactly("Sent", "Started", "Failed");
    }

    @Test
    void an_exception_that_nobody_declared_fails_at_once() {
        client.trouble = new IllegalStateException("a bug");

        assertThat(namesOf("client.call")).containsExactly("Sent", "Started", "Failed");
    }

    @Test
    void a_declared_exception_is_known_behind_a_containers_wrapper_and_not_behind_the_authors() {
        client.trouble = new EJBException(new IOException("connection reset"));
        assertThat(namesOf("client.call")).endsWith("Retrying");

        client.trouble = new UncheckedIOException(new IOException("connection reset"));
        assertThat(namesOf("client.call")).endsWith("Failed");
    }

    @Test
    void a_hard_limit_is_not_retried_by_declaration() {
        client.trouble = new TimeLimitExceeded("client.all", Duration.ofSeconds(1));

        assertThat(namesOf("client.all")).endsWith("Failed");
    }

    @Test
    void the_waiting_doubles_up_to_its_maximum() {
        assertThat(delays("client.steady", 6))
                .containsExactly(
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(6),
                        Duration.ofSeconds(12),
                        Duration.ofSeconds(20),
                        Duration.ofSeconds(20),
                        Duration.ofSeconds(20));
    }

    @Test
    void jitter_takes_nothing_away_at_least() {
        bench.chance(0);

        assertThat(delays("client.backoff", 3))
                .containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
    }

    @Test
    void jitter_takes_half_of_the_waiting_away_at_most() {
        bench.chance(0.999_999);

        assertThat(delays("client.backoff", 3))
                .containsExactly(Duration.ofMillis(501), Duration.ofMillis(1_001), Duration.ofMillis(2_001));
    }

    @Test
    void a_body_that_names_no_delay_waits_as_the_backoff_says() {
        assertThat(delays("client.own", 3))
                .containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
        assertThat(bench.events().of(TaskEvent.Retrying.class).get(0).cause().orElseThrow())
                .hasMessage("not yet");
    }

    @Test
    void a_request_may_say_how_often_it_is_granted() {
        bench.tasks().call("client.most").applyAsync();
        bench.runDue();

        assertThat(client.executions).isEqualTo(3);
        assertThatThrownBy(() -> new Retry(null, null).atMost(-2)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void no_waiting_is_longer_than_the_maximum_or_shorter_than_half_of_what_it_would_be(
            @ForAll @IntRange(max = 2_000_000) int retries, @ForAll @DoubleRange(max = 0.99) double chance)
            throws NoSuchMethodException {
        TaskAttributes attributes = attributes("backoff");

        Duration delay = new RetryDelay(() -> chance).after(retries, attributes);

        Duration without = new RetryDelay(() -> 0).after(retries, attributes);
        assertThat(delay).isBetween(without.dividedBy(2), without).isLessThanOrEqualTo(Duration.ofMinutes(10));
        assertThat(without).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    private static TaskAttributes attributes(String method) throws NoSuchMethodException {
        return TaskAttributes.read(
                AttributeReader.of(method, Client.class.getMethod(method).getAnnotation(AbakusTask.class)));
    }

    private List<String> namesOf(String task) {
        bench.events().clear();
        bench.tasks().call(task).applyAsync();
        bench.runDue();
        return bench.events().names();
    }

    /** How long it waits before each of its next executions. */
    private List<Duration> delays(String task, int count) {
        bench.events().clear();
        bench.tasks().call(task).applyAsync();
        List<Duration> delays = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            bench.runDue();
            Instant eta = bench.events().of(TaskEvent.Retrying.class).get(i).eta();
            delays.add(Duration.between(bench.clock().now(), eta));
            bench.clock().set(eta);
        }
        return delays;
    }
}
