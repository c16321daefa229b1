package no.abakus.logging.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import no.abakus.logging.Log;
import no.abakus.logging.LogContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The mistakes with requests in the system that inspired this project, by the numbers of the list in the README of
 * {@code server-config/logging}.
 */
class LegoFootgunsTest {
    private static final WebSettings SETTINGS = new WebSettings("lego", "1.2", "test", false, true);
    private static final Log LOG = Log.get(LogContextFilter.class);

    private final LogContextFilter filter = new LogContextFilter(SETTINGS, () -> "made-here", () -> 0);
    private final RecordedEvents recorded = new RecordedEvents();

    @AfterEach
    void close() {
        recorded.close();
    }

    @Test
    void footgun_05_nothing_of_a_request_is_seen_by_the_next_on_the_same_thread_whatever_became_of_it() {
        assertThatThrownBy(() -> handle(request("first"), (request, response) -> {
                    LogContext.put("order_id", 7);
                    throw new IllegalStateException("boom");
                }))
                .hasMessage("boom");

        assertThat(LogContext.current().isEmpty()).isTrue();
    }

    /** {@link LogContextInitializerTest} checks that the container calls it first. */
    @Test
    void footgun_23_what_filters_behind_it_log_and_how_they_fail_carries_this_request_and_no_other() throws Exception {
        List<Object> ids = new ArrayList<>();
        handle(request("first"), (request, response) -> {});
        FilterChain behind = (request, response) -> {
            LOG.info("in_a_filter");
            ids.add(recorded.last().fields().get("request_id"));
            throw new IllegalStateException("refused by a filter");
        };

        assertThatThrownBy(() -> handle(request("second"), behind)).hasMessage("refused by a filter");

        assertThat(ids).containsExactly("second");
        assertThat(recorded.last().event()).isEqualTo("request_failed");
        assertThat(recorded.last().fields()).containsEntry("request_id", "second");
    }

    @Test
    void footgun_24_each_request_has_a_start_and_an_end_with_status_duration_address_and_path() throws Exception {
        FakeExchange exchange = request("r1");
        handle(exchange, (request, response) -> exchange.status = 404);

        assertThat(recorded.names()).containsExactly("request_started", "request_finished");
        assertThat(recorded.last().fields())
                .containsEntry("code", 404)
                .containsKeys("duration_ms", "ip", "request_path", "request_method");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "{\"event\":\"forged\"}", "x\ny", "æ"})
    void footgun_25_an_odd_id_is_not_taken_and_can_still_be_found(String id) throws Exception {
        handle(request(id), (request, response) -> {});

        assertThat(recorded.last().fields()).containsEntry("request_id", "made-here");
        assertThat(recorded.first().fields()).containsEntry("refused_request_id", id);
    }

    @Test
    void footgun_25_an_endless_id_is_not_taken_and_cut() throws Exception {
        handle(request("a".repeat(100_000)), (request, response) -> {});

        assertThat(recorded.first().fields())
                .containsEntry("request_id", "made-here")
                .containsEntry("refused_request_id", "a".repeat(128) + "…");
    }

    private static FakeExchange request(String id) {
        FakeExchange exchange = new FakeExchange();
        exchange.requestHeaders.put("x-request-id", id);
        return exchange;
    }

    private void handle(FakeExchange exchange, FilterChain chain) throws Exception {
        filter.doFilter(
                exchange.request,
                exchange.response,
                (request, response) -> chain.doFilter((HttpServletRequest) request, (HttpServletResponse) response));
    }
}
