package no.abakus.logging.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import no.abakus.logging.LogContext;
import no.abakus.logging.LogScope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogContextFilterTest {
    private static final WebSettings SETTINGS = new WebSettings("lego", "1.2", "test", false, true);

    private final FakeExchange exchange = new FakeExchange();
    private final AtomicLong nanoTime = new AtomicLong();
    private final AtomicInteger ids = new AtomicInteger();
    private final LogContextFilter filter = filter(SETTINGS);
    private final RecordedEvents recorded = new RecordedEvents();
    private final AtomicReference<LogContext> seen = new AtomicReference<>();

    @BeforeEach
    void startEmpty() {
        assertThat(LogContext.current().isEmpty()).isTrue();
    }

    @AfterEach
    void leaveNothingBehind() {
        recorded.close();
        assertThat(LogContext.current().isEmpty()).isTrue();
    }

    @Test
    void the_request_is_described_in_a_fixed_order() throws Exception {
        exchange.requestHeaders.put("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        exchange.user = "webkom";

        handle(remember());

        assertThat(seen.get().toMap())
                .containsExactly(
                        entry("request_id", "id-1"),
                        entry("current_user", "webkom"),
                        entry("request_method", "GET"),
                        entry("request_path", "/app/orders/7"),
                        entry("ip", "10.0.0.9"),
                        entry("system", "lego"),
                        entry("version", "1.2"),
                        entry("environment", "test"),
                        entry("trace_id", "0af7651916cd43dd8448eb211c80319c"),
                        entry("span_id", "b7ad6b7169203331"));
    }

    @ParameterizedTest
    @CsvSource({"x-request-id, abc-1.2_3", "request-id, Z9"})
    void a_valid_id_of_the_caller_is_kept_and_answered_before_the_chain_runs(String header, String id)
            throws Exception {
        exchange.requestHeaders.put(header, id);
        AtomicReference<String> answered = new AtomicReference<>();

        handle((request, response) -> answered.set(exchange.responseHeaders.get("X-Request-ID")));

        assertThat(answered).hasValue(id);
        assertThat(recorded.last().fields()).containsEntry("request_id", id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\nb", "{}", "æ"})
    void an_invalid_id_of_the_caller_is_replaced(String id) throws Exception {
        exchange.requestHeaders.put("x-request-id", id);

        handle(remember());

        assertThat(seen.get().get("request_id")).isEqualTo("id-1");
    }

    @Test
    void an_id_may_have_128_characters_and_not_one_more() throws Exception {
        exchange.requestHeaders.put("x-request-id", "a".repeat(129));
        exchange.requestHeaders.put("request-id", "b".repeat(128));

        handle(remember());

        assertThat(seen.get().get("request_id")).isEqualTo("b".repeat(128));
    }

    @Test
    void the_path_has_no_session_and_is_bounded() throws Exception {
        exchange.uri = "/app;jsessionid=SECRET/orders;v=1/7";
        handle(remember());
        assertThat(seen.get().get("request_path")).isEqualTo("/app/orders/7");

        FakeExchange next = new FakeExchange();
        next.uri = "/" + "x".repeat(5000);
        filter.doFilter(next.request, next.response, chain(remember()));
        assertThat((String) seen.get().get("request_path")).hasSize(1025).endsWith("…");
    }

    @Test
    void the_proxys_word_for_the_address_counts_only_when_it_is_trusted() throws Exception {
        exchange.requestHeaders.put("x-forwarded-for", "6.6.6.6, 129.241.1.1");
        handle(remember());
        assertThat(seen.get().get("ip")).isEqualTo("10.0.0.9");

        LogContextFilter trusting = filter(new WebSettings("lego", "1.2", "test", true, true));
        FakeExchange next = new FakeExchange();
        next.requestHeaders.put("x-forwarded-for", "6.6.6.6, 129.241.1.1");
        trusting.doFilter(next.request, next.response, chain(remember()));
        assertThat(seen.get().get("ip")).isEqualTo("129.241.1.1");

        FakeExchange odd = new FakeExchange();
        odd.requestHeaders.put("x-forwarded-for", "<script>");
        trusting.doFilter(odd.request, odd.response, chain(remember()));
        assertThat(seen.get().get("ip")).isEqualTo("10.0.0.9");
    }

    @ParameterizedTest
    @CsvSource({"200, INFO", "302, INFO", "404, WARNING", "500, SEVERE"})
    void start_and_finish_are_logged_with_code_and_duration(int status, String level) throws Exception {
        handle((request, response) -> {
            nanoTime.addAndGet(12_345_678);
            exchange.status = status;
        });

        assertThat(recorded.names()).containsExactly("request_started", "request_finished");
        assertThat(recorded.last().level()).isEqualTo(Level.parse(level));
        assertThat(recorded.last().fields())
                .containsEntry("code", status)
                .containsEntry("duration_ms", 12.345)
                .containsEntry("request_id", "id-1");
    }

    @Test
    void a_failure_is_logged_with_its_exception_and_goes_on_to_the_container() {
        ServletException failure = new ServletException("no orders today");

        assertThatThrownBy(() -> handle((request, response) -> {
                    throw failure;
                }))
                .isSameAs(failure);

        assertThat(recorded.names()).containsExactly("request_started", "request_failed");
        assertThat(recorded.last().thrown()).isSameAs(failure);
        assertThat(recorded.last().level()).isEqualTo(Level.SEVERE);
        assertThat(recorded.last().fields()).containsEntry("code", 500);
    }

    @Test
    void the_error_page_sees_the_request_and_logs_no_second_end() throws Exception {
        assertThatThrownBy(() -> handle((request, response) -> {
                    throw new IllegalStateException("boom");
                }))
                .isInstanceOf(IllegalStateException.class);
        exchange.dispatch = DispatcherType.ERROR;

        handle(remember());

        assertThat(seen.get().get("request_id")).isEqualTo("id-1");
        assertThat(recorded.names()).containsExactly("request_started", "request_failed");
    }

    @Test
    void a_user_who_logs_in_during_the_request_is_on_every_line_from_then_on() throws Exception {
        handle((request, response) -> {
            assertThat(LogContext.current().get("current_user")).isNull();
            request.login("ola", "hemmelig");
            assertThat(LogContext.current().get("current_user")).isEqualTo("ola");
            request.logout();
            assertThat(LogContext.current().get("current_user")).isNull();
            request.authenticate(response);
        });

        assertThat(recorded.last().fields()).containsEntry("current_user", "authenticated");
    }

    @Test
    void a_user_found_without_a_call_on_the_request_is_on_the_last_line() throws Exception {
        handle((request, response) -> exchange.user = "late");

        assertThat(recorded.events.get(0).fields()).containsEntry("current_user", null);
        assertThat(recorded.last().fields()).containsEntry("current_user", "late");
    }

    @Test
    void another_filter_may_name_the_user() throws Exception {
        handle((request, response) -> LogContext.put("current_user", "from-jwt"));

        assertThat(recorded.last().fields()).containsEntry("current_user", "from-jwt");
    }

    @Test
    void a_second_filter_in_the_chain_lets_the_request_pass() throws Exception {
        handle((request, response) -> filter(SETTINGS).doFilter(request, response, chain(remember())));

        assertThat(recorded.names()).containsExactly("request_started", "request_finished");
        assertThat(seen.get().get("request_id")).isEqualTo("id-1");
    }

    @Test
    void events_can_be_switched_off_but_failures_are_logged() throws Exception {
        LogContextFilter quiet = filter(new WebSettings("lego", "1.2", "test", false, false));
        quiet.doFilter(exchange.request, exchange.response, chain(remember()));
        assertThat(recorded.names()).isEmpty();

        FakeExchange next = new FakeExchange();
        assertThatThrownBy(() -> quiet.doFilter(next.request, next.response, (request, response) -> {
                    throw new IOException("boom");
                }))
                .isInstanceOf(IOException.class);
        assertThat(recorded.names()).containsExactly("request_failed");
    }

    @Test
    void an_asynchronous_request_is_finished_once_when_it_completes() throws Exception {
        handle((request, response) -> {
            request.startAsync();
            LogContext.put("tenant", "abakus");
        });
        assertThat(recorded.names()).containsExactly("request_started");
        assertThat(LogContext.current().isEmpty()).isTrue();

        nanoTime.addAndGet(2_000_000);
        exchange.status = 404;
        exchange.complete();

        assertThat(recorded.names()).containsExactly("request_started", "request_finished");
        assertThat(recorded.last().level()).isEqualTo(Level.WARNING);
        assertThat(recorded.last().fields())
                .containsEntry("duration_ms", 2.0)
                .containsEntry("tenant", "abakus")
                .containsEntry("request_id", "id-1");
    }

    @Test
    void the_dispatch_after_an_asynchronous_wait_sees_the_context_again_and_may_wait_once_more() throws Exception {
        handle((request, response) -> request.startAsync());
        exchange.dispatch = DispatcherType.ASYNC;
        exchange.startNextCycle();

        handle(remember());
        assertThat(seen.get().get("request_id")).isEqualTo("id-1");
        assertThat(recorded.names()).containsExactly("request_started");

        exchange.complete();
        assertThat(recorded.names()).containsExactly("request_started", "request_finished");
    }

    @Test
    void an_asynchronous_failure_is_logged_with_its_exception_instead_of_a_finish() throws Exception {
        IllegalStateException failure = new IllegalStateException("boom");
        handle((request, response) -> request.startAsync());

        exchange.failAsync(failure);

        assertThat(recorded.names()).containsExactly("request_started", "request_failed");
        assertThat(recorded.last().thrown()).isSameAs(failure);
    }

    @Test
    void a_request_that_goes_asynchronous_unwrapped_is_followed_too() throws Exception {
        handle((request, response) -> exchange.request.startAsync());
        assertThat(recorded.names()).containsExactly("request_started");

        exchange.complete();
        assertThat(recorded.names()).containsExactly("request_started", "request_finished");
    }

    @Test
    void what_the_thread_had_before_is_neither_seen_nor_lost() throws Exception {
        try (LogScope leftover = LogContext.bind("leftover", 1)) {
            handle(remember());

            assertThat(seen.get().get("leftover")).isNull();
            assertThat(LogContext.current().get("leftover")).isEqualTo(1);
        }
    }

    private interface Servlet {
        void serve(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException;
    }

    private Servlet remember() {
        return (request, response) -> seen.set(LogContext.current());
    }

    private void handle(Servlet servlet) throws IOException, ServletException {
        filter.doFilter(exchange.request, exchange.response, chain(servlet));
    }

    private static FilterChain chain(Servlet servlet) {
        return (request, response) -> servlet.serve((HttpServletRequest) request, (HttpServletResponse) response);
    }

    private LogContextFilter filter(WebSettings settings) {
        return new LogContextFilter(settings, () -> "id-" + ids.incrementAndGet(), nanoTime::get);
    }
}
