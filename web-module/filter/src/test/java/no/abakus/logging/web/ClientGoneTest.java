package no.abakus.logging.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.ProcessingException;
import java.io.IOException;
import java.util.logging.Level;
import no.abakus.logging.LogContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Clients that disconnect while their request is read cause a warning with the known data, never an error or a code
 * 200.
 */
class ClientGoneTest {
    private static final WebSettings SETTINGS = new WebSettings("lego", "1.2", "test", false, true);

    private final FakeExchange exchange = new FakeExchange();
    private final RecordedEvents recorded = new RecordedEvents();
    private final LogContextFilter filter = new LogContextFilter(SETTINGS, () -> "id-1", () -> 0);
    private final CutOff body = new CutOff("UT000128: Remote peer closed connection before all data could be read");

    @AfterEach
    void leaveNothingBehind() {
        recorded.close();
        assertThat(LogContext.current().isEmpty()).isTrue();
    }

    @Test
    void what_escapes_is_a_warning_and_goes_on_to_the_container() {
        assertThatThrownBy(() -> handle(request -> request.getInputStream().readAllBytes()))
                .isSameAs(body.failure);

        assertThat(recorded.names()).containsExactly("request_started", "request_finished");
        assertGone(499);
        assertThat(recorded.last().thrown()).isNull();
    }

    @Test
    void so_it_is_when_the_body_is_read_as_text_or_wrapped_on_the_way() {
        assertThatThrownBy(() -> handle(request -> {
                    try {
                        request.getReader().readLine();
                    } catch (IOException failure) {
                        throw new ServletException(failure);
                    }
                }))
                .isInstanceOf(ServletException.class);

        assertGone(499);
    }

    @ParameterizedTest
    @CsvSource({"200, 499", "204, 499", "400, 400", "413, 413", "500, 499", "503, 499"})
    void an_application_that_carries_on_says_neither_that_it_went_well_nor_that_it_failed(int status, int logged)
            throws Exception {
        handle(request -> {
            assertThatThrownBy(() -> request.getInputStream().read()).isSameAs(body.failure);
            exchange.status = status;
        });

        assertGone(logged);
    }

    @Test
    void an_asynchronous_read_that_fails_is_the_clients_too() throws Exception {
        ReadListener[] listener = new ReadListener[1];
        handle(request -> {
            request.startAsync();
            request.getInputStream().setReadListener(new Ignoring());
            listener[0] = body.listener;
        });
        listener[0].onError(body.failure);
        exchange.complete();

        assertGone(499);
    }

    @Test
    void an_application_that_asks_whose_fault_it_was_can_answer_400() throws Exception {
        handle(request -> {
            try {
                request.getInputStream().read();
            } catch (IOException failure) {
                exchange.status = ClientGone.isBehind(new ProcessingException(failure)) ? 400 : 500;
            }
        });

        assertThat(recorded.names()).containsExactly("request_started", "request_finished");
        assertGone(400);
    }

    @Test
    void what_fails_for_another_reason_stays_an_error() {
        CutOff closed = new CutOff("UT010029: Stream is closed");
        exchange.body = closed;
        assertThatThrownBy(() -> filter.doFilter(
                        exchange.request, exchange.response, (request, response) -> request.getInputStream()
                                .read()))
                .isSameAs(closed.failure);
        assertThat(recorded.last().level()).isEqualTo(Level.SEVERE);
        assertThat(recorded.names()).contains("request_failed");
    }

    @Test
    void a_failure_of_ours_after_the_client_has_gone_stays_an_error() {
        assertThatThrownBy(() -> handle(request -> {
                    assertThatThrownBy(() -> request.getInputStream().read()).isSameAs(body.failure);
                    throw new IllegalStateException("ours");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(recorded.names()).contains("request_failed");
    }

    private void assertGone(int code) {
        assertThat(recorded.last().level()).isEqualTo(Level.WARNING);
        assertThat(recorded.last().fields()).containsEntry("code", code);
        assertThat(recorded.last().fields().get("client_gone")).asString().contains("UT000128");
    }

    private interface Servlet {
        void serve(HttpServletRequest request) throws IOException, ServletException;
    }

    private void handle(Servlet servlet) throws IOException, ServletException {
        exchange.body = body;
        FilterChain chain = (request, response) -> servlet.serve((HttpServletRequest) request);
        filter.doFilter(exchange.request, exchange.response, chain);
    }

    private static final class CutOff extends ServletInputStream {
        private final IOException failure;
        private ReadListener listener;

        CutOff(String message) {
            failure = new IOException(message);
        }

        @Override
        public int read() throws IOException {
            throw failure;
        }

        @Override
        public int read(byte[] bytes, int from, int count) throws IOException {
            throw failure;
        }

        @Override
        public boolean isFinished() {
            return false;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener given) {
            listener = given;
        }
    }

    private static final class Ignoring implements ReadListener {
        @Override
        public void onDataAvailable() {}

        @Override
        public void onAllDataRead() {}

        @Override
        public void onError(Throwable failure) {}
    }
}
