package no.abakus.tasks.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.port.Settlement;
import no.abakus.tasks.spi.Delivery;
import no.abakus.tasks.spi.MessageBody;
import no.abakus.tasks.spi.Rejection;
import no.abakus.tasks.spi.Rejection.Reason;
import no.abakus.tasks.spi.Route;
import no.abakus.tasks.spi.TaskEvent;
import no.abakus.tasks.testing.MessageDraft;
import no.abakus.tasks.testing.Workbench;
import org.junit.jupiter.api.Test;

/** Each way in which an execution can end, and how it is reported. */
class WorkerTest {

    static class Job {
        private final List<Object> seen = new ArrayList<>();
        private Callable<Object> body = () -> null;

        @AbakusTask(name = "job.run")
        public Object run(int number, Optional<String> text) throws Exception {
            seen.add(number + text.orElse("-"));
            return body.call();
        }
    }

    private final Job job = new Job();
    private final Workbench bench = Workbench.of(job);

    @Test
    void a_body_that_returns_has_succeeded() {
        assertThat(deliver("{\"args\":[7,\"x\"]}")).isSameAs(Settlement.ACKNOWLEDGE);

        assertThat(job.seen).containsExactly("7x");
        assertThat(bench.events().names()).containsExactly("Started", "Succeeded");
    }

    @Test
    void a_body_that_throws_has_failed_with_what_it_threw() {
        for (Throwable thrown : List.of(
                new IllegalStateException("no"),
                new java.io.IOException("no"),
                new AssertionError("no"),
                new StackOverflowError(),
                new NoClassDefFoundError("no"))) {
            bench.events().clear();
            job.body = () -> {
                throw WorkerTest.<RuntimeException>sneaky(thrown);
            };

            assertThat(deliver("{\"args\":[7]}")).isSameAs(Settlement.ACKNOWLEDGE);

            assertThat(bench.events().names()).containsExactly("Started", "Failed");
            assertThat(bench.events().only(TaskEvent.Failed.class).thrown()).isSameAs(thrown);
        }
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // lets a body throw any exception
    private static <T extends Throwable> T sneaky(Throwable thrown) throws T {
        throw (T) thrown;
    }

    @Test
    void events_tell_how_long_it_waited_and_took() {
        job.body = () -> {
            bench.clock().advance(Duration.ofMillis(1500));
            return null;
        };
        Delivery delivery = new Delivery(
                new MessageDraft("1", "job.run").body("{\"args\":[7]}").message(),
                new Route("default", 4),
                bench.clock().now().minusSeconds(3),
                1,
                false);

        bench.worker().deliver(delivery);

        assertThat(bench.events().only(TaskEvent.Started.class))
                .isEqualTo(new TaskEvent.Started(delivery, Duration.ofSeconds(3)));
        assertThat(bench.events().only(TaskEvent.Succeeded.class))
                .isEqualTo(new TaskEvent.Succeeded(delivery, Duration.ofMillis(1500), Duration.ofSeconds(3)));
    }

    @Test
    void nobody_waits_less_than_nothing() {
        Delivery fromTheFuture = new Delivery(
                new MessageDraft("1", "job.run").body("{\"args\":[7]}").message(),
                new Route("default", 4),
                bench.clock().now().plusSeconds(3),
                1,
                false);

        bench.worker().deliver(fromTheFuture);

        assertThat(bench.events().only(TaskEvent.Started.class).waited()).isZero();
    }

    @Test
    void a_task_that_nobody_knows_is_a_dead_letter() {
        Settlement settlement = bench.deliver(new MessageDraft("1", "job.rnu").message());

        assertThat(reason(settlement)).isEqualTo(Reason.UNKNOWN_TASK);
        assertThat(((Settlement.DeadLetter) settlement).rejection().detail())
                .contains("No task is called 'job.rnu' here; did you mean 'job.run'?");
        assertThat(bench.events().names()).containsExactly("NotFound", "Rejected");
        assertThat(job.seen).isEmpty();
    }

    @Test
    void a_body_that_cannot_be_read_is_a_dead_letter() {
        assertThat(reason(deliver("{\"args\":["))).isEqualTo(Reason.UNREADABLE_BODY);
        assertThat(reason(deliver("{\"args\":[\"seven\"]}"))).isEqualTo(Reason.ARGUMENTS);
        assertThat(bench.events().names()).containsExactly("Rejected", "Rejected");
        assertThat(job.seen).isEmpty();
    }

    @Test
    void arguments_that_do_not_fit_are_a_dead_letter() {
        for (String body : List.of(
                "{\"args\":[]}",
                "{\"args\":[1,\"x\",3]}",
                "{\"args\":[null]}",
                "{\"args\":[1],\"kwargs\":{\"number\":1}}",
                "{\"kwargs\":{\"nummer\":1}}")) {
            assertThat(reason(deliver(body))).as(body).isEqualTo(Reason.ARGUMENTS);
        }
        assertThat(job.seen).isEmpty();
    }

    @Test
    void a_content_type_that_is_not_accepted_is_a_dead_letter() {
        Settlement settlement = bench.deliver(
                new MessageDraft("1", "job.run").contentType("text/csv").message());

        assertThat(reason(settlement)).isEqualTo(Reason.CONTENT_TYPE);
    }

    @Test
    void a_body_beyond_the_limit_is_a_dead_letter() {
        bench.set("abakus.tasks.message.max-body-size", "1024");

        assertThat(reason(bench.deliver(new MessageDraft("1", "job.run")
                        .body(new MessageBody.Binary(new byte[1025]))
                        .message())))
                .isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void a_body_runs_under_the_loader_of_its_class_and_the_threads_own_comes_back() throws Exception {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        List<ClassLoader> seen = new ArrayList<>();
        try (URLClassLoader foreign = new URLClassLoader(new URL[0])) {
            Thread.currentThread().setContextClassLoader(foreign);
            job.body = () -> {
                seen.add(Thread.currentThread().getContextClassLoader());
                Thread.currentThread().setContextClassLoader(null);
                throw new IllegalStateException("leaves it different");
            };

            deliver("{\"args\":[7]}");

            assertThat(seen).containsExactly(Job.class.getClassLoader());
            assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(foreign);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    @Test
    void an_interrupt_that_the_body_leaves_behind_does_not_reach_the_next_task() {
        job.body = () -> {
            Thread.currentThread().interrupt();
            return null;
        };

        deliver("{\"args\":[7]}");

        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void a_listener_that_throws_changes_nothing_and_keeps_nobody_from_hearing() {
        List<TaskEvent> heard = new ArrayList<>();
        bench.listener(event -> {
                    throw new IllegalStateException("broken listener");
                })
                .listener(event -> {
                    throw new NoClassDefFoundError("broken listener");
                })
                .listener(heard::add);

        assertThat(deliver("{\"args\":[7]}")).isSameAs(Settlement.ACKNOWLEDGE);

        assertThat(heard).hasSize(2);
    }

    @Test
    void a_message_that_the_transport_cannot_read_is_an_event() {
        Rejection rejection = new Rejection(Reason.MESSAGE_TYPE, "a MapMessage");

        bench.worker().unreadable("default", "ID:1", rejection);

        assertThat(bench.events().all()).containsExactly(new TaskEvent.Unreadable("default", "ID:1", rejection));
    }

    private Settlement deliver(String body) {
        return bench.deliver(new MessageDraft("1", "job.run").body(body).message());
    }

    private static Reason reason(Settlement settlement) {
        assertThat(settlement).isInstanceOf(Settlement.DeadLetter.class);
        return ((Settlement.DeadLetter) settlement).rejection().reason();
    }
}
