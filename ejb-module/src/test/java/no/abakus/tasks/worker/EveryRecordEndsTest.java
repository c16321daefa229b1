package no.abakus.tasks.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.Acks;
import no.abakus.tasks.AsyncResult;
import no.abakus.tasks.FailedTask;
import no.abakus.tasks.Retry;
import no.abakus.tasks.TaskFailure;
import no.abakus.tasks.TaskOption;
import no.abakus.tasks.TaskOptionException;
import no.abakus.tasks.TaskOptions;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.spi.Rejection;
import no.abakus.tasks.spi.TaskEvent;
import no.abakus.tasks.spi.TaskRouter;
import no.abakus.tasks.testing.CapturedLines;
import no.abakus.tasks.testing.Workbench;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever goes wrong after a task has begun, its record ends, and what follows a failure is sent. */
class EveryRecordEndsTest {

    /** Exceptions whose own methods misbehave. */
    @SuppressWarnings({"ImmutableEnumChecker", "OverrideThrowableToString"}) // the test needs them to misbehave
    enum Hostile {
        OVERFLOWING_MESSAGE(() -> new RuntimeException() {
            @Override
            public String getMessage() {
                return "" + this;
            }
        }),
        MESSAGE_OF_A_LOST_CLASS(() -> new RuntimeException() {
            @Override
            public String getMessage() {
                throw new NoClassDefFoundError("gone");
            }
        }),
        MESSAGE_WITHOUT_MEMORY(() -> new RuntimeException() {
            @Override
            public String getMessage() {
                throw new OutOfMemoryError("not really");
            }
        }),
        THROWING_TEXT(() -> new RuntimeException() {
            @Override
            public String toString() {
                throw new AssertionError("no text");
            }
        }),
        THROWING_CAUSE(() -> new RuntimeException("cause") {
            @Override
            public synchronized Throwable getCause() {
                throw new IllegalStateException("no cause");
            }
        }),
        ENDLESS_CAUSES(() -> new Endless()),
        CIRCULAR_CAUSES(() -> {
            RuntimeException first = new RuntimeException("first");
            first.initCause(new RuntimeException("second", first));
            return first;
        }),
        NO_FRAMES(() -> new RuntimeException("frames") {
            @Override
            public StackTraceElement[] getStackTrace() {
                return null;
            }
        }),
        NULL_FRAMES(() -> new RuntimeException("frames") {
            @Override
            public StackTraceElement[] getStackTrace() {
                return new StackTraceElement[3];
            }
        }),
        THROWING_FRAMES(() -> new RuntimeException("frames") {
            @Override
            public StackTraceElement[] getStackTrace() {
                throw new StackOverflowError();
            }
        }),
        GIANT_MESSAGE(() -> new RuntimeException("x".repeat(5_000_000))),
        HALF_A_CHARACTER(() -> new RuntimeException("half \ud800 a character")),
        ERROR(() -> new Error("no exception")),
        CHECKED(() -> new TimeoutException("checked"));

        private final Supplier<Throwable> making;

        Hostile(Supplier<Throwable> making) {
            this.making = making;
        }
    }

    /** Each of its causes has a cause of its own. */
    static final class Endless extends RuntimeException {
        @Override
        public synchronized Throwable getCause() {
            return new Endless();
        }
    }

    /** A result whose own methods throw. */
    @SuppressWarnings("DoNotCallSuggester") // a serializer calls it
    public static final class Opaque {
        private final Throwable thrown;

        Opaque(Throwable thrown) {
            this.thrown = thrown;
        }

        public String getText() throws Throwable {
            throw thrown;
        }
    }

    /** A rate limit that has this parameter as its key calls toString(). */
    public record Odd(String text) {
        @Override
        public String toString() {
            throw new NoSuchMethodError("another release");
        }
    }

    @SuppressWarnings("DoNotCallSuggester") // workers call them
    public static class Body {
        Throwable thrown;
        Object result;
        final List<FailedTask> failed = new ArrayList<>();
        final List<Object> linked = new ArrayList<>();

        @AbakusTask(name = "throws", ignoreResult = false, autoretryFor = IllegalMonitorStateException.class)
        public void throwing() throws Throwable {
            throw thrown;
        }

        @AbakusTask(name = "expected", ignoreResult = false, throwsExpected = Throwable.class)
        public void expected() throws Throwable {
            throw thrown;
        }

        @AbakusTask(name = "transacted", ignoreResult = false, acks = Acks.TRANSACTED)
        public void transacted() throws Throwable {
            throw thrown;
        }

        @AbakusTask(name = "early", ignoreResult = false, acks = Acks.EARLY)
        public void early() throws Throwable {
            throw thrown;
        }

        @AbakusTask(name = "returns", ignoreResult = false)
        public Object returning() {
            return result;
        }

        @AbakusTask(name = "unwanted")
        public Object unwanted() {
            return result;
        }

        @AbakusTask(name = "keyed", ignoreResult = false, rateLimit = "9/s", rateLimitKey = "odd")
        public void keyed(Odd odd) {}

        @AbakusTask(name = "linked")
        public void linked(Object value) {
            linked.add(value);
        }

        @AbakusTask(name = "failed")
        public void failed(FailedTask what) {
            failed.add(what);
        }
    }

    private final Body body = new Body();
    private final Workbench bench = Workbench.of(body);

    private AsyncResult<Object> run(String task) {
        AsyncResult<Object> sent = bench.tasks()
                .call(task)
                .link(bench.tasks().signature("linked"))
                .linkError(bench.tasks().signature("failed"))
                .applyAsync();
        bench.drain();
        return sent;
    }

    @ParameterizedTest
    @EnumSource
    void an_exception_that_cannot_tell_of_itself_is_a_failure_all_the_same(Hostile hostile) {
        for (String task : List.of("throws", "expected", "transacted", "early")) {
            body.failed.clear();
            body.thrown = hostile.making.get();

            AsyncResult<Object> sent = run(task);

            assertThat(sent.state()).as(task).isEqualTo(TaskState.FAILURE);
            assertThat(sent.failure().orElseThrow().type())
                    .isEqualTo(body.thrown.getClass().getName());
            assertThat(body.failed).extracting(FailedTask::id).containsExactly(sent.id());
            assertThat(bench.transport().deadLetters()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void such_an_exception_has_a_line(Hostile hostile) {
        body.thrown = hostile.making.get();
        try (CapturedLines lines = CapturedLines.of("no.abakus.tasks")) {
            run("expected");

            assertThat(lines.only("task_failed").fields().get("error"))
                    .asString()
                    .startsWith(body.thrown.getClass().getName());
        }
    }

    @Test
    void half_a_character_of_a_message_is_replaced_visibly() {
        body.thrown = Hostile.HALF_A_CHARACTER.making.get();

        assertThat(run("throws").failure().orElseThrow().message()).contains("half \uFFFD a character");
    }

    @Test
    void a_failure_names_what_a_message_threw() {
        body.thrown = Hostile.MESSAGE_OF_A_LOST_CLASS.making.get();

        assertThat(run("throws").failure().orElseThrow().message())
                .contains("[no message: java.lang.NoClassDefFoundError]");
    }

    @Test
    void a_result_that_throws_while_it_is_written_fails_its_task() {
        for (Throwable thrown : Arrays.asList(
                new IllegalStateException("not now"),
                new NoClassDefFoundError("gone"),
                new AssertionError("an error"),
                new StackOverflowError(),
                new OutOfMemoryError("not really"),
                Hostile.OVERFLOWING_MESSAGE.making.get(),
                new TimeoutException("checked"))) {
            for (String task : List.of("returns", "unwanted")) {
                body.failed.clear();
                body.result = new Opaque(thrown);

                AsyncResult<Object> sent = run(task);

                assertThat(body.failed)
                        .as(task + " with " + thrown.getClass())
                        .extracting(FailedTask::id)
                        .containsExactly(sent.id());
                assertThat(body.failed.get(0).state()).isEqualTo(TaskState.FAILURE);
                assertThat(body.linked).isEmpty();
                assertThat(bench.transport().deadLetters()).isEmpty();
            }
        }
    }

    @Test
    void a_router_that_throws_when_a_link_is_sent_fails_the_task() {
        boolean[] broken = {false};
        TaskRouter router = call -> {
            if (broken[0]) {
                throw new NoSuchMethodError("another release");
            }
            return Optional.empty();
        };
        Body other = new Body();
        Workbench routed = Workbench.of(other).router(router);
        AsyncResult<Object> sent = routed.tasks()
                .call("returns")
                .link(routed.tasks().signature("linked"))
                .linkError(routed.tasks().signature("failed"))
                .applyAsync();
        broken[0] = true;
        routed.drain();

        assertThat(sent.state()).isEqualTo(TaskState.FAILURE);
        assertThat(sent.failure().orElseThrow().type()).isEqualTo("java.lang.NoSuchMethodError");
    }

    @Test
    void what_the_engine_itself_throws_ends_the_record_and_its_lines_name_the_task() {
        AsyncResult<Object> sent = bench.tasks()
                .call("keyed")
                .args(new Odd("text"))
                .linkError(bench.tasks().signature("failed"))
                .applyAsync();
        try (CapturedLines lines = CapturedLines.of("no.abakus.tasks")) {
            bench.drain();

            assertThat(lines.only("message_not_handled").fields()).containsEntry("task_id", sent.id());
            assertThat(lines.only("task_rejected").fields()).containsEntry("task_id", sent.id());
        }
        assertThat(sent.state()).isEqualTo(TaskState.REJECTED);
        assertThat(body.failed).extracting(FailedTask::id).containsExactly(sent.id());
        assertThat(bench.events().only(TaskEvent.Rejected.class).rejection().reason())
                .isEqualTo(Rejection.Reason.UNEXPECTED);
    }

    @ParameterizedTest
    @ValueSource(longs = {9_999_999_999L, 9_223_372_037L, Long.MAX_VALUE})
    void spans_beyond_what_nanoseconds_hold_are_refused_at_the_call(long seconds) {
        Duration span = Duration.ofSeconds(seconds);
        for (TaskOption<Duration> option :
                List.of(TaskOption.TIME_LIMIT, TaskOption.SOFT_TIME_LIMIT, TaskOption.COUNTDOWN, TaskOption.TIMEOUT)) {
            assertThatThrownBy(() -> bench.tasks()
                            .call("returns")
                            .options(TaskOptions.empty().with(option, span))
                            .applyAsync())
                    .isInstanceOf(TaskOptionException.class)
                    .hasMessageContaining(option.optionName())
                    .hasMessageContaining("292 years");
        }
        assertThatThrownBy(() -> bench.tasks().call("returns").expires(span).applyAsync())
                .isInstanceOf(TaskOptionException.class)
                .hasMessageContaining("expires");
        assertThat(bench.transport().sent()).isEmpty();
    }

    @Test
    void a_retry_after_more_than_that_fails_the_task() {
        body.thrown = new Retry(Duration.ofSeconds(9_999_999_999L), null);

        AsyncResult<Object> sent = run("throws");

        assertThat(sent.state()).isEqualTo(TaskState.FAILURE);
        assertThat(sent.failure().map(TaskFailure::type)).contains(TaskOptionException.class.getName());
    }
}
