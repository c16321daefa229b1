package no.abakus.it.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.parallel.ExecutionMode.SAME_THREAD;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import no.abakus.logging.LogContext;
import no.abakus.logging.LogScope;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;

/**
 * Work that the server runs on another thread sees the log context of the thread that submitted it, such as that of a
 * request.
 */
@Tag("long")
@ArquillianTest
@Execution(SAME_THREAD)
public class LogContextOnOtherThreadsIT {

    private static final long SOON = 10;

    @Resource
    ManagedExecutorService executor;

    @Resource
    ManagedScheduledExecutorService scheduler;

    @Resource
    ContextService contexts;

    @Inject
    Elsewhere elsewhere;

    @Deployment
    public static EnterpriseArchive application() {
        return InContainer.applicationWith(
                LogContextOnOtherThreadsIT.class, Elsewhere.class, ElsewhereApi.class, ServerFile.class);
    }

    @Test
    void a_submitted_task_sees_it() throws Exception {
        String here = Thread.currentThread().getName();
        try (LogScope scope = LogContext.bind("order_id", "r1")) {
            assertEquals(
                    "r1", executor.submit(LogContextOnOtherThreadsIT::orderId).get(SOON, TimeUnit.SECONDS));
            assertNotEquals(
                    here,
                    executor.submit(() -> Thread.currentThread().getName()).get(SOON, TimeUnit.SECONDS));
        }
    }

    @Test
    void every_stage_of_a_completion_stage_sees_it() throws Exception {
        try (LogScope scope = LogContext.bind("order_id", "r2")) {
            assertEquals(
                    "r2r2",
                    executor.supplyAsync(LogContextOnOtherThreadsIT::orderId)
                            .thenApplyAsync(before -> before + orderId())
                            .get(SOON, TimeUnit.SECONDS));
        }
    }

    @Test
    void an_asynchronous_method_sees_it() throws Exception {
        String here = Thread.currentThread().getName();
        try (LogScope scope = LogContext.bind("order_id", "r4")) {
            String seen = elsewhere.read("order_id").get(SOON, TimeUnit.SECONDS);
            assertTrue(seen.endsWith(" r4"), seen);
            assertFalse(seen.startsWith(here + " "), seen);
        }
    }

    @Test
    void a_scheduled_task_sees_it() throws Exception {
        try (LogScope scope = LogContext.bind("order_id", "r5")) {
            assertEquals(
                    "r5",
                    scheduler
                            .schedule(LogContextOnOtherThreadsIT::orderId, 10, TimeUnit.MILLISECONDS)
                            .get(SOON, TimeUnit.SECONDS));
        }
    }

    @Test
    void work_made_contextual_sees_it_on_any_thread() throws Exception {
        Callable<String> work;
        try (LogScope scope = LogContext.bind("order_id", "r6")) {
            work = contexts.contextualCallable(LogContextOnOtherThreadsIT::orderId);
        }
        FutureTask<String> task = new FutureTask<>(work);
        new Thread(task).start();
        assertEquals("r6", task.get(SOON, TimeUnit.SECONDS));
    }

    @Test
    void a_suspended_response_is_one_request_on_all_its_threads() throws Exception {
        String id = UUID.randomUUID().toString();
        assertEquals(id, get("suspended", id, 200));
        assertOneRequest(id, "suspended_elsewhere", "request_finished");
    }

    @Test
    void a_completion_stage_that_is_answered_later_is_one_request_on_all_its_threads() throws Exception {
        String id = UUID.randomUUID().toString();
        assertEquals(id + " " + id, get("stage", id, 200));
        assertOneRequest(id, "stage_elsewhere", "request_finished");
    }

    @Test
    void a_completion_stage_that_fails_is_one_request_as_well() throws Exception {
        String id = UUID.randomUUID().toString();
        CompletableFuture<Integer> answered = CompletableFuture.supplyAsync(() -> status("failing", id));
        ServerFile.await(
                "failing_returned of " + id,
                line -> id.equals(line.getString("request_id", ""))
                        && "failing_returned".equals(line.getString("event")));
        // This response belongs to another request; by then the server has the stage.
        assertEquals(204, status("fail", UUID.randomUUID().toString()));
        assertEquals(500, answered.get(SOON, TimeUnit.SECONDS));
        assertOneRequest(id, "failing_elsewhere", "request_finished");
    }

    /** Jersey throws the exception of such a stage through the filter; RESTEasy sends a response. */
    @Test
    void a_completion_stage_that_has_failed_already_is_one_request_as_well() throws Exception {
        String id = UUID.randomUUID().toString();
        assertEquals(500, status("failed", id));
        assertOneRequest(id, "failed_already", isPayara() ? "request_failed" : "request_finished");
    }

    @Test
    void nothing_of_it_stays_behind() throws Exception {
        try (LogScope scope = LogContext.bind("order_id", "r3")) {
            executor.submit(LogContextOnOtherThreadsIT::orderId).get(SOON, TimeUnit.SECONDS);
        }
        assertTrue(executor.submit(() -> LogContext.current().get("order_id") == null)
                .get(SOON, TimeUnit.SECONDS));
    }

    private static String orderId() {
        return Elsewhere.contextual("order_id");
    }

    private static boolean isPayara() {
        return System.getProperty("com.sun.aas.instanceRoot") != null;
    }

    private static String get(String what, String id, int status) {
        HttpResponse<String> answer = answer(what, id);
        assertEquals(status, answer.statusCode());
        return answer.body();
    }

    private static int status(String what, String id) {
        return answer(what, id).statusCode();
    }

    private static HttpResponse<String> answer(String what, String id) {
        int port = Integer.getInteger("abakus.tests.http-port");
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/tests/api/elsewhere/" + what))
                .header("X-Request-ID", id)
                .build();
        try {
            return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("No answer to " + request, e);
        }
    }

    /** The start, the line from elsewhere, one end, and nothing else with this id. */
    private static void assertOneRequest(String id, String between, String end)
            throws IOException, InterruptedException {
        ServerFile.await(
                end + " of " + id,
                line -> id.equals(line.getString("request_id", "")) && end.equals(line.getString("event")));
        List<JsonObject> lines =
                ServerFile.all(line -> id.equals(line.getString("request_id", "")) && line.containsKey("request_path"));
        assertTrue(lines.stream().anyMatch(line -> between.equals(line.getString("event"))), lines::toString);
        assertEquals(
                List.of("request_started", end),
                lines.stream()
                        .map(line -> line.getString("event"))
                        .filter(event -> event.startsWith("request_"))
                        .toList());
    }
}
