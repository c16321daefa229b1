package no.abakus.tasks.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import no.abakus.logging.LogContext;
import no.abakus.logging.LogScope;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.spi.TaskMessage;
import no.abakus.tasks.testing.MessageDraft;
import no.abakus.tasks.testing.Workbench;

/**
 * Whatever tasks do on a thread, one after another, none sees what another bound, and the thread is clean in the end.
 */
class LogContextPropertiesTest {

    /** What a body does besides looking at its context. */
    enum Deed {
        RETURN,
        THROW_EXCEPTION,
        THROW_ERROR,
        RETRY,
        LEAVE_SCOPE_OPEN,
        LEAVE_SCOPES_OPEN_AND_THROW,
        PUT,
        REPLACE_AND_LEAVE,
        CALL_DIRECTLY,
        DELIVER_NESTED,
        SEND
    }

    /** One delivery: what its sender bound, and what its body does, in this order. */
    record Step(String key, List<Deed> deeds) {}

    private static final String MARK = "left_by_";

    private final List<LogContext> seen = new ArrayList<>();
    private final List<Deed> script = new ArrayList<>();
    private final Workbench bench = new Workbench().register(new Body());

    class Body {
        @AbakusTask(name = "body", maxRetries = -1)
        public void run() {
            seen.add(LogContext.current());
            List<Deed> deeds = List.copyOf(script);
            script.clear();
            deeds.forEach(this::act);
        }

        private void act(Deed deed) {
            String key = MARK + bench.request().id();
            switch (deed) {
                case RETURN -> {}
                case THROW_EXCEPTION -> throw new IllegalStateException("deed");
                case THROW_ERROR -> throw new AssertionError("deed");
                case RETRY -> throw bench.request().retry();
                case LEAVE_SCOPE_OPEN -> LogContext.bind(key, 1);
                case LEAVE_SCOPES_OPEN_AND_THROW -> {
                    LogContext.bind(key, 1);
                    LogContext.bind(key + "_too", 2);
                    throw new IllegalStateException("deed");
                }
                case PUT -> LogContext.put(key, 1);
                case REPLACE_AND_LEAVE -> LogContext.replace(LogContext.of(Map.of(key, 1)));
                case CALL_DIRECTLY -> run();
                case DELIVER_NESTED -> bench.deliver(new MessageDraft("nested", "body").message());
                case SEND -> bench.tasks().call("body").applyAsync();
            }
        }
    }

    @Property(tries = 200)
    void a_task_sees_its_senders_context_and_its_own_keys_alone(@ForAll("sequences") List<Step> steps) {
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            TaskMessage message = new MessageDraft("m-" + i, "body")
                    .context(Map.of(step.key(), i))
                    .message();
            seen.clear();
            script.clear();
            script.addAll(step.deeds());

            bench.deliver(message);

            assertThat(seen.get(0)).isEqualTo(LogContext.of(expected(message, step.key(), i)));
            assertThat(LogContext.current()).isEqualTo(LogContext.empty());
            assertThat(bench.request().isActive()).isFalse();
        }
    }

    @Property(tries = 100)
    void a_thread_that_had_a_context_has_it_again(@ForAll("sequences") List<Step> steps) {
        try (LogScope scope = LogContext.bind("thread", "own")) {
            LogContext before = LogContext.current();
            for (Step step : steps) {
                script.clear();
                script.addAll(step.deeds());

                bench.deliver(new MessageDraft("m", "body").message());

                assertThat(LogContext.current()).isEqualTo(before);
                assertThat(seen.get(seen.size() - 1).get("thread")).isNull();
            }
        }
    }

    private static Map<String, Object> expected(TaskMessage message, String key, int value) {
        Map<String, Object> context = new LinkedHashMap<>();
        context.put(key, value);
        context.put("task_id", message.id());
        context.put("task_name", message.task());
        context.put("root_task_id", message.id());
        context.put("retries", 0);
        return context;
    }

    @Provide
    Arbitrary<List<Step>> sequences() {
        Arbitrary<String> keys = Arbitraries.of("request_id", "current_user", "order_id", "path");
        Arbitrary<List<Deed>> deeds =
                Arbitraries.of(Deed.class).list().ofMinSize(1).ofMaxSize(4);
        return Combinators.combine(keys, deeds)
                .as(Step::new)
                .list()
                .ofMinSize(2)
                .ofMaxSize(6);
    }
}
