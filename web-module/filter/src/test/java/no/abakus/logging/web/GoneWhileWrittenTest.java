package no.abakus.logging.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.logging.Level;
import no.abakus.logging.LogContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that disconnect while their response is written cause a warning with the known data, never an error. */
class GoneWhileWrittenTest {
    private static final WebSettings SETTINGS = new WebSettings("lego", "1.2", "test", false, true);

    private final FakeExchange exchange = new FakeExchange();
    private final RecordedEvents recorded = new RecordedEvents();
    private final LogContextFilter filter = new LogContextFilter(SETTINGS, () -> "id-1", () -> 0);

    @AfterEach
    void leaveNothingBehind() {
        recorded.close();
        assertThat(LogContext.current().isEmpty()).isTrue();
    }

    @Test
    void each_way_to_write_notices_it_and_passes_the_failure_on() {
        List<Servlet> ways = List.of(
                response -> response.getOutputStream().write(1),
                response -> response.getOutputStream().write(new byte[1]),
                response -> response.getOutputStream().write(new byte[2], 0, 1),
                response -> response.getOutputStream().print("text"),
                response -> response.getOutputStream().println(7),
                response -> response.getOutputStream().flush(),
                response -> response.getOutputStream().close(),
                HttpServletResponse::flushBuffer);
        for (Servlet way : ways) {
            recorded.events.clear();
            IOException failure = new IOException("Broken pipe");

            assertThat(catchThrowable(() -> handle(failure, way))).isSameAs(failure);

            assertThat(recorded.names()).containsExactly("request_started", "request_finished");
            assertGone("IOException: Broken pipe");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 500})
    void whatever_an_application_makes_of_it_no_response_reached_the_client(int status) throws Exception {
        handle(new ClosedChannelException(), response -> {
            assertThatThrownBy(() -> response.getOutputStream().write(1)).isInstanceOf(ClosedChannelException.class);
            exchange.status = status;
        });

        assertGone("ClosedChannelException");
    }

    @Test
    void so_it_is_however_it_is_wrapped_on_the_way() {
        List<Function<IOException, Exception>> wrappers = List.of(
                ServletException::new, UncheckedIOException::new, e -> new IllegalStateException("committed", e));
        for (Function<IOException, Exception> wrapper : wrappers) {
            recorded.events.clear();

            Throwable thrown = catchThrowable(() -> handle(new SocketTimeoutException("write"), response -> {
                try {
                    response.getOutputStream().write(1);
                } catch (IOException e) {
                    throw wrapped(wrapper.apply(e));
                }
            }));

            assertThat(thrown).isNotNull();
            assertGone("SocketTimeoutException");
        }
    }

    @Test
    void an_asynchronous_write_that_fails_is_the_clients_too() throws Exception {
        Broken output = new Broken(new IOException("Connection reset"));
        List<Throwable> told = new ArrayList<>();
        exchange.output = output;
        filter.doFilter(exchange.request, exchange.response, (request, response) -> {
            request.startAsync();
            response.getOutputStream().setWriteListener(new Told(told));
        });
        output.listener.onError(output.failure);
        exchange.failAsync(output.failure);

        assertThat(told).containsExactly(output.failure);
        assertThat(recorded.names()).containsExactly("request_started", "request_finished");
        assertGone("Connection reset");
    }

    @Test
    void a_stream_that_is_not_observed_tells_it_by_the_kind_of_its_exception() {
        ClientAbortException abort = new ClientAbortException();

        assertThatThrownBy(() -> handle(null, response -> {
                    assertThat(ClientGone.isBehind(new IllegalStateException(abort)))
                            .isTrue();
                    throw new ServletException(abort);
                }))
                .hasCause(abort);

        assertGone("ClientAbortException");
    }

    @Test
    void what_we_do_wrong_ourselves_stays_an_error() {
        for (IOException ours : List.of(
                new IOException("UT010029: Stream is closed"),
                new InterruptedIOException("by a node that stops"),
                new CharConversionException("not ISO 8859-1"),
                new FixedLengthOverflowException())) {
            recorded.events.clear();

            assertThat(catchThrowable(() ->
                            handle(ours, response -> response.getOutputStream().write(1))))
                    .isSameAs(ours);

            assertThat(recorded.names()).as("%s", ours).contains("request_failed");
            assertThat(recorded.last().level()).isEqualTo(Level.SEVERE);
        }
    }

    @Test
    void a_failure_to_reach_something_else_stays_an_error() {
        assertThatThrownBy(() -> handle(null, response -> {
                    throw new IOException("Connection reset");
                }))
                .isInstanceOf(IOException.class);

        assertThat(recorded.names()).contains("request_failed");
    }

    @Test
    void the_stream_is_the_servers_and_the_same_each_time() throws Exception {
        Broken output = new Broken(null);
        exchange.output = output;
        filter.doFilter(exchange.request, exchange.response, (request, response) -> {
            ServletOutputStream first = response.getOutputStream();
            assertThat(response.getOutputStream()).isSameAs(first);
            first.print("a");
            first.write(new byte[] {'b', 'c'}, 1, 1);
            assertThat(first.isReady()).isTrue();

            exchange.output = new Broken(null);
            assertThat(response.getOutputStream()).as("after a reset").isNotSameAs(first);
        });

        assertThat(output.calls).containsExactly("print a", "write 1 of 2");
    }

    @Test
    void the_servers_own_servlet_for_files_keeps_its_stream() throws Exception {
        exchange.servlet = "default";
        exchange.output = new Broken(null);
        filter.doFilter(
                exchange.request, exchange.response, (request, response) -> assertThat(response.getOutputStream())
                        .isSameAs(exchange.output));
    }

    private void assertGone(String how) {
        assertThat(recorded.last().event()).isEqualTo("request_finished");
        assertThat(recorded.last().level()).isEqualTo(Level.WARNING);
        assertThat(recorded.last().thrown()).isNull();
        assertThat(recorded.last().fields()).containsEntry("code", 499);
        assertThat(recorded.last().fields().get("client_gone")).asString().contains(how);
    }

    private interface Servlet {
        void serve(HttpServletResponse response) throws IOException, ServletException;
    }

    private void handle(IOException failure, Servlet servlet) throws IOException, ServletException {
        exchange.output = new Broken(failure);
        FakeExchange next = new FakeExchange();
        next.output = exchange.output;
        filter.doFilter(
                next.request, exchange.response, (request, response) -> servlet.serve((HttpServletResponse) response));
    }

    private static ServletException wrapped(Exception made) {
        if (made instanceof RuntimeException exception) {
            throw exception;
        }
        return (ServletException) made;
    }

    /** Has the name of Catalina's. */
    private static final class ClientAbortException extends IOException {}

    /** Has the name of XNIO's. */
    private static final class FixedLengthOverflowException extends IOException {}

    /** Fails with each write if it has a failure to throw, and otherwise records the calls. */
    private static final class Broken extends ServletOutputStream {
        private final List<String> calls = new ArrayList<>();
        private final IOException failure;
        private WriteListener listener;

        Broken(IOException failure) {
            this.failure = failure;
        }

        private void call(String what) throws IOException {
            calls.add(what);
            if (failure != null) {
                throw failure;
            }
        }

        @Override
        public void write(int octet) throws IOException {
            call("write");
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            call("write " + count + " of " + bytes.length);
        }

        @Override
        public void print(String text) throws IOException {
            call("print " + text);
        }

        @Override
        public void flush() throws IOException {
            call("flush");
        }

        @Override
        public void close() throws IOException {
            call("close");
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener given) {
            listener = given;
        }
    }

    private record Told(List<Throwable> failures) implements WriteListener {
        @Override
        public void onWritePossible() {}

        @Override
        public void onError(Throwable failure) {
            failures.add(failure);
        }
    }
}
