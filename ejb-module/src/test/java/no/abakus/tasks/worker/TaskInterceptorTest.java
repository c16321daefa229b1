package no.abakus.tasks.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.interceptor.InvocationContext;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import no.abakus.logging.LogContext;
import no.abakus.logging.LogScope;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.limit.TimeAllowed;
import no.abakus.tasks.registry.AckAttributes;
import no.abakus.tasks.registry.ResultAttributes;
import no.abakus.tasks.registry.TaskAttributes;
import no.abakus.tasks.registry.TaskDefinition;
import no.abakus.tasks.registry.TaskParameters;
import no.abakus.tasks.registry.TaskTarget;
import no.abakus.tasks.result.Tracking;
import no.abakus.tasks.spi.Delivery;
import no.abakus.tasks.spi.Route;
import no.abakus.tasks.spi.TaskArguments;
import no.abakus.tasks.testing.MessageDraft;
import no.abakus.tasks.testing.SettableClock;
import no.abakus.tasks.testing.Workbench;
import org.junit.jupiter.api.Test;

/** What the interceptor at a bean binds around the body, and that it binds nothing around a direct call. */
class TaskInterceptorTest {

    static class Bean {
        @AbakusTask
        public void run() {}
    }

    private final RequestStack requests = new RequestStack();
    private final TaskInterceptor interceptor = new TaskInterceptor(requests);
    private final List<Object> seen = new ArrayList<>();

    @Test
    void the_request_that_was_handed_over_is_current_while_the_body_runs() throws Exception {
        requests.handOver(request("t-1", Map.of("request_id", "r-1")));

        Object result = interceptor.around(invocation(() -> {
            seen.add(requests.current().orElseThrow().id());
            seen.add(LogContext.current().get("request_id"));
            seen.add(LogContext.current().get("task_id"));
            return "answer";
        }));

        assertThat(result).isEqualTo("answer");
        assertThat(seen).containsExactly("t-1", "r-1", "t-1");
        assertThat(requests.current()).isEmpty();
        assertThat(LogContext.current()).isEqualTo(LogContext.empty());
    }

    @Test
    void a_direct_call_to_another_bean_keeps_what_the_task_has_bound() throws Exception {
        requests.handOver(request("t-1", Map.of()));

        interceptor.around(invocation(() -> {
            try (LogScope scope = LogContext.bind("order_id", 7)) {
                return interceptor.around(invocation(() -> {
                    seen.add(requests.current().orElseThrow().id());
                    seen.add(LogContext.current().get("order_id"));
                    return null;
                }));
            }
        }));

        assertThat(seen).containsExactly("t-1", 7);
    }

    @Test
    void a_scope_that_the_body_leaves_open_ends_with_the_body() throws Exception {
        try (LogScope pipeline = LogContext.bind("around", true)) {
            LogContext around = LogContext.current();
            requests.handOver(request("t-1", Map.of()));

            interceptor.around(invocation(() -> LogContext.bind("left", "open")));

            assertThat(LogContext.current()).isEqualTo(around);
        }
    }

    @Test
    void what_a_body_throws_comes_through_and_leaves_nothing_behind() {
        requests.handOver(request("t-1", Map.of()));

        assertThatThrownBy(() -> interceptor.around(invocation(() -> {
                    throw new IOException("no");
                })))
                .isInstanceOf(IOException.class);

        assertThat(requests.current()).isEmpty();
        assertThat(LogContext.current()).isEqualTo(LogContext.empty());
    }

    @Test
    void outside_of_a_task_a_call_is_a_plain_call() throws Exception {
        try (LogScope scope = LogContext.bind("request_id", "r-1")) {
            interceptor.around(invocation(() -> seen.add(LogContext.current().get("request_id"))));
        }

        assertThat(seen).containsExactly("r-1");
    }

    @Test
    void a_bean_without_the_interceptor_does_not_leave_its_request_to_the_next_call() {
        Outcome outcome = new InvokeTask(requests, Workbench.NODE, new SettableClock())
                .apply(execution("t-1", Map.of()), unreached());

        assertThat(outcome).isEqualTo(new Outcome.Succeeded("done"));
        assertThat(requests.enter()).isEmpty();
    }

    private static Step.Rest unreached() {
        return execution -> {
            throw new AssertionError("Nothing comes after the body");
        };
    }

    private static RunningRequest request(String id, Map<String, ?> context) {
        return new RunningRequest(execution(id, context), Workbench.NODE, new SettableClock());
    }

    private static Execution execution(String id, Map<String, ?> context) {
        Delivery delivery = new Delivery(
                new MessageDraft(id, "bean.run").context(context).message(),
                new Route("default", 4),
                SettableClock.START,
                1,
                false);
        return new Execution(
                        delivery,
                        SettableClock.START,
                        AckAttributes.DEFAULTS,
                        Tracking.of(delivery.message(), ResultAttributes.DEFAULTS),
                        definition())
                .withRunning(new RunningTask(delivery, SettableClock.START, TimeAllowed.UNLIMITED, false))
                .withArguments(new TaskArguments(List.of(), Map.of()), new Object[0]);
    }

    private static TaskDefinition definition() {
        try {
            var method = Bean.class.getMethod("run");
            return new TaskDefinition(
                    "bean.run",
                    TaskAttributes.DEFAULTS,
                    Bean.class,
                    method,
                    TaskParameters.of(method),
                    new NotIntercepted());
        } catch (NoSuchMethodException e) {
            throw new AssertionError(e);
        }
    }

    /** A kind of bean without interceptors. */
    private record NotIntercepted() implements TaskTarget {
        @Override
        public Object invoke(Object[] arguments) {
            return "done";
        }

        @Override
        public ClassLoader loader() {
            return Bean.class.getClassLoader();
        }
    }

    private static InvocationContext invocation(Callable<?> body) {
        return (InvocationContext) Proxy.newProxyInstance(
                TaskInterceptorTest.class.getClassLoader(),
                new Class<?>[] {InvocationContext.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("proceed")) {
                        return body.call();
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }
}
