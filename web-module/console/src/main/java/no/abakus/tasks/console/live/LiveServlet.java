package no.abakus.tasks.console.live;

import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import no.abakus.tasks.console.problem.BadQueries;
import no.abakus.tasks.console.security.LoggedIn;
import no.abakus.tasks.console.time.ConsoleClock;
import no.abakus.web.problem.Problem;
import no.abakus.web.problem.ProblemType;

/**
 * Streams of events. This is a servlet, not a JAX-RS resource, because with the asynchronous Servlet API no thread
 * waits for a slow client.
 */
@WebServlet(urlPatterns = LiveServlet.PATH, asyncSupported = true)
public class LiveServlet extends HttpServlet {

    static final String PATH = "/api/live";

    private static final String TOPICS = "topics takes a comma-separated list of overview, queues, workers and bulk";
    private static final ProblemType NOT_ALLOWED = new ProblemType("method-not-allowed", 405, "Method Not Allowed");
    private static final ProblemType TOO_MANY = new ProblemType("too-many-streams", 429, "Too many streams");

    /** How long a stream may last. Afterwards the client opens a new stream, perhaps at another node. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private static final int SECONDS_UNTIL_ROOM = 30;

    @Inject
    private transient LiveState live;

    @Inject
    private transient ConsoleClock clock;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (request.getMethod().equals("GET")) {
            super.service(request, response);
        } else {
            response.setHeader("Allow", "GET");
            new Problem(NOT_ALLOWED, "A stream only supports GET").send(response);
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Set<Topic>> topics = Topic.listed(request.getParameter("topics"));
        if (topics.isEmpty()) {
            BadQueries.send(BadQueries.badParameter(TOPICS), response);
            return;
        }
        if (!live.hasRoom()) {
            response.setHeader("Retry-After", String.valueOf(SECONDS_UNTIL_ROOM));
            new Problem(TOO_MANY, "This node allows no more streams; poll instead").send(response);
            return;
        }
        response.setContentType("text/event-stream");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        // Without this header, nginx collects a response before passing it on.
        response.setHeader("X-Accel-Buffering", "no");
        open(topics.get(), request, response);
    }

    private void open(Set<Topic> topics, HttpServletRequest request, HttpServletResponse response) throws IOException {
        AsyncContext connection = request.startAsync(request, response);
        connection.setTimeout(0);
        Instant now = clock.now();
        LiveStream stream = new LiveStream(
                topics,
                LoggedIn.watch(request, getServletContext()),
                now,
                now.plus(LONGEST),
                new Connection(connection, response.getOutputStream()));
        connection.addListener(new End(live, stream));
        response.getOutputStream().setWriteListener(new Writing(live, stream));
        live.open(stream);
    }

    private record Connection(AsyncContext context, ServletOutputStream out) implements Out {

        @Override
        public boolean isReady() {
            return out.isReady();
        }

        @Override
        public void write(byte[] piece) throws IOException {
            out.write(piece);
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }

        @Override
        public void close() {
            try {
                context.complete();
            } catch (IllegalStateException isOver) {
                // The container has already ended the request, because the client is gone.
            }
        }
    }

    private record Writing(LiveState live, LiveStream stream) implements WriteListener {

        @Override
        public void onWritePossible() {
            stream.goOn();
        }

        @Override
        public void onError(Throwable gone) {
            live.close(stream);
        }
    }

    private record End(LiveState live, LiveStream stream) implements AsyncListener {

        @Override
        public void onComplete(AsyncEvent event) {
            live.close(stream);
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            live.close(stream);
        }

        @Override
        public void onError(AsyncEvent event) {
            live.close(stream);
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            // Asynchronous processing starts only once.
        }
    }
}
