package no.abakus.web.body;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Bodies that arrive in pieces, in a container that tells no listener when a request has ended. */
final class AsyncBodyTest {

    private static final long ROOM = 1_000_000;

    private final BodyBudget users = new BodyBudget(ROOM);
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

    @AfterEach
    void stop() {
        clock.shutdownNow();
    }

    @Test
    void a_client_that_leaves_amid_its_body_gives_the_memory_back() throws Exception {
        BodyReading reading = new BodyReading(BodyRules.DEFAULT, new BodyBudget(ROOM), users);
        AsyncBody body = new AsyncBody(request("{\"args\":"), fake(HttpServletResponse.class), reading, clock);
        body.proceed((request, response) -> {
            throw new AssertionError("The body has not arrived yet");
        });
        assertThat(users.left()).isLessThan(ROOM);

        body.onError(new EOFException("the client is gone"));

        assertThat(users.left()).isEqualTo(ROOM);
    }

    /** Returns a request that announces more than has arrived. */
    private static HttpServletRequest request(String arrived) {
        AsyncContext waiting = fake(AsyncContext.class);
        Arrived in = new Arrived(arrived.getBytes(StandardCharsets.UTF_8));
        return fake(HttpServletRequest.class, (proxy, called, arguments) -> switch (called.getName()) {
            case "getMethod" -> "POST";
            case "getContentLengthLong" -> 1_000L;
            case "getInputStream" -> in;
            case "startAsync" -> waiting;
            default -> null;
        });
    }

    private static <T> T fake(Class<T> type) {
        return fake(type, (proxy, called, arguments) -> null);
    }

    private static <T> T fake(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static final class Arrived extends ServletInputStream {
        private final ByteArrayInputStream bytes;

        Arrived(byte[] bytes) {
            this.bytes = new ByteArrayInputStream(bytes);
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            return bytes.read(into, offset, length);
        }

        @Override
        public int available() {
            return bytes.available();
        }

        @Override
        public boolean isFinished() {
            return false;
        }

        @Override
        public boolean isReady() {
            return false;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            // The test calls the listener itself.
        }
    }
}
