package no.abakus.bench.deployed;

import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import no.abakus.logging.LogScope;
import no.abakus.tasks.Tasks;
import no.abakus.tasks.operate.TaskHistory;

/** Takes measurements for the driver. The response consists of numbers, one per line. Times are in nanoseconds. */
@WebServlet("/measure/*")
public class MeasureServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    private static final long PATIENCE_SECONDS = 300;

    @Inject
    private transient Senders senders;

    @Inject
    private transient Stopwatch stopwatch;

    @Inject
    private transient Arrivals arrivals;

    @Inject
    private transient Waiting waiting;

    @Inject
    private transient Delays delays;

    @Inject
    private transient BareStore bareStore;

    @Inject
    private transient JointTask joint;

    @Inject
    private transient TaskHistory history;

    @Inject
    private transient Tasks tasks;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        long[] numbers;
        try {
            numbers = measure(request);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException("Not measured: " + e.getMessage(), e);
        }
        response.setContentType("text/plain");
        for (long number : numbers) {
            response.getWriter().println(number);
        }
    }

    private long[] measure(HttpServletRequest request) throws Exception {
        return switch (request.getPathInfo()) {
            case "/learn" -> learn(number(request, "keys"));
            case "/sends" -> sends(request);
            case "/latencies" -> latencies(request);
            case "/expect" -> expect(number(request, "count"));
            case "/drain" -> drain();
            case "/log-lines" -> logLines(request);
            case "/texts" -> texts(request);
            case "/bare-store" -> bareStore(request.getParameter("kept"));
            case "/waits" -> waiting.waits(number(request, "count"));
            case "/lateness" -> delays.lateness(number(request, "count"), seconds(request));
            case "/lateness-together" -> delays.latenessTogether(number(request, "count"), seconds(request));
            case "/delayed" -> delayed(request);
            case "/overtaken" -> new long[] {delays.overtaken(number(request, "count"))};
            case "/hold", "/release", "/clear", "/lines-on", "/lines-off" -> steer(request);
            case "/joint" -> joint();
            case "/history" -> history(request.getParameter("kept"));
            case "/heap" -> new long[] {delays.heap()};
            default -> throw new IllegalArgumentException("There is no measurement " + request.getPathInfo());
        };
    }

    private long[] bareStore(String isKept) throws Exception {
        if (Boolean.parseBoolean(isKept)) {
            bareStore.keepFromNowOn();
        } else {
            bareStore.keepNoMore();
        }
        return new long[] {};
    }

    private long[] joint() throws SQLException {
        joint.prepare();
        return new long[] {};
    }

    private long[] history(String isKept) {
        history.keepUnlessConfigured(Boolean.parseBoolean(isKept));
        return new long[] {};
    }

    private static long[] steer(HttpServletRequest request) {
        OpenMqQueue queue = new OpenMqQueue(request.getParameter("queue"));
        switch (request.getPathInfo()) {
            case "/hold" -> queue.hold();
            case "/release" -> queue.release();
            case "/clear" -> queue.clear();
            default ->
                LoggerLevel.set(
                        request.getParameter("logger"), request.getPathInfo().equals("/lines-on"));
        }
        return new long[] {};
    }

    private long[] learn(int keys) throws JMSException {
        senders.learn(keys);
        return new long[] {};
    }

    private long[] sends(HttpServletRequest request) throws Exception {
        int keys = number(request, "keys");
        int count = number(request, "count");
        int transaction = number(request, "transaction");
        Sender sender = senders.of(request.getParameter("way"), keys);
        long processorBefore = new ProcessorTime().nanos();
        long nanos;
        try (LogScope scope = CallerContext.open(keys)) {
            nanos = transaction == 0
                    ? stopwatch.sendSingly(sender, count)
                    : stopwatch.sendInTransactions(sender, count, transaction);
        }
        return new long[] {nanos, new ProcessorTime().nanos() - processorBefore};
    }

    private long[] texts(HttpServletRequest request) throws Exception {
        int count = number(request, "count");
        long processorBefore = new ProcessorTime().nanos();
        long nanos = stopwatch.sendInTransactions(TextSender.of(tasks, request), count, number(request, "transaction"));
        return new long[] {nanos, new ProcessorTime().nanos() - processorBefore};
    }

    private long[] delayed(HttpServletRequest request) {
        delays.send(number(request, "count"), number(request, "priority"), seconds(request));
        return new long[] {};
    }

    private static Duration seconds(HttpServletRequest request) {
        return Duration.ofSeconds(number(request, "seconds"));
    }

    private long[] latencies(HttpServletRequest request) throws InterruptedException {
        int keys = number(request, "keys");
        Sender sender = senders.of(request.getParameter("way"), keys);
        try (LogScope scope = CallerContext.open(keys)) {
            return stopwatch.latencies(sender, number(request, "count"), number(request, "per-second"));
        }
    }

    private long[] expect(int count) {
        arrivals.expect(count);
        return new long[] {};
    }

    private long[] drain() throws InterruptedException {
        Arrivals.Drain drain = arrivals.await(PATIENCE_SECONDS);
        return new long[] {drain.nanos(), drain.processorNanos()};
    }

    private static long[] logLines(HttpServletRequest request) throws InterruptedException {
        return new long[] {
            new LogLines()
                    .perSecond(request.getParameter("way"), number(request, "threads"), number(request, "seconds"))
        };
    }

    private static int number(HttpServletRequest request, String parameter) {
        String value = request.getParameter(parameter);
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(parameter + " is '" + value + "', but must be a whole number", e);
        }
    }
}
