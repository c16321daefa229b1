package no.abakus.web.body;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Reads the body of a request from a logged-in user, or of a request to sign in, with the asynchronous Servlet API.
 * Bytes that have arrived are read immediately. Waiting for the rest occupies no thread. When the rest has arrived, the
 * request is dispatched again with its body.
 */
public final class AsyncBody implements ReadListener {

    private static final int PIECE = 8 * 1024;

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final BodyRules rules;
    private final Intake intake;
    private final ScheduledExecutorService clock;
    private final long began = System.nanoTime();
    private ServletInputStream in;
    private AsyncContext waiting;
    private WholeRequest whole;
    private ScheduledFuture<?> alarm;
    private boolean over;

    /**
     * Creates a reading that has not started.
     *
     * @param clock fires when the time for the body is up; never runs long work
     */
    public AsyncBody(
            HttpServletRequest request,
            HttpServletResponse response,
            BodyReading reading,
            ScheduledExecutorService clock) {
        this.request = request;
        this.response = response;
        this.rules = reading.rules();
        this.intake = reading.intake();
        this.clock = clock;
    }

    /** Continues along the chain with the whole body, now or later, or responds with the reason for a refusal. */
    public synchronized void proceed(FilterChain chain) throws IOException, ServletException {
        try {
            begin(chain);
        } catch (IOException | ServletException | RuntimeException e) {
            if (waiting == null) {
                intake.release();
            }
            throw e;
        }
    }

    private void begin(FilterChain chain) throws IOException, ServletException {
        long announced = isWithoutBody() ? 0 : request.getContentLengthLong();
        intake.verified();
        Intake.Next next = intake.announced(announced);
        if (next == Intake.Next.READ && announced > 0) {
            in = request.getInputStream();
            next = readWhatIsThere(announced);
        }
        if (next == Intake.Next.REFUSE) {
            answer();
        } else if (announced >= 0 && intake.bytes().length == announced) {
            try {
                chain.doFilter(whole(intake.bytes()), response);
            } finally {
                releaseAtTheEnd();
            }
        } else {
            await();
        }
    }

    /**
     * Returns whether the request is a GET or HEAD that announces no body. Waiting for the end of the missing body
     * would cost a second dispatch, and Grizzly does not always report that end.
     */
    private boolean isWithoutBody() {
        return (request.getMethod().equals("GET") || request.getMethod().equals("HEAD"))
                && request.getHeader("Content-Length") == null
                && request.getHeader("Transfer-Encoding") == null;
    }

    private Intake.Next readWhatIsThere(long announced) throws IOException {
        byte[] piece = new byte[PIECE];
        long left = announced;
        int there = in.available();
        while (left > 0 && there > 0) {
            int read = in.read(piece, 0, (int) Math.min(Math.min(there, left), PIECE));
            if (read < 0) {
                break;
            }
            left -= read;
            if (intake.add(piece, read) == Intake.Next.REFUSE) {
                return Intake.Next.REFUSE;
            }
            there = in.available();
        }
        return Intake.Next.READ;
    }

    private WholeRequest whole(byte[] bytes) {
        WholeRequest complete = new WholeRequest(request);
        complete.come(bytes);
        return complete;
    }

    private void releaseAtTheEnd() {
        if (request.isAsyncStarted()) {
            request.getAsyncContext().addListener(new WhenOver(intake::release));
        } else {
            intake.release();
        }
    }

    private void await() throws IOException {
        in = request.getInputStream();
        TakenUp.expect(request);
        // This request is dispatched later, together with its body.
        whole = new WholeRequest(request);
        waiting = request.startAsync(whole, response);
        waiting.setTimeout(0);
        waiting.addListener(new WhenOver(intake::release));
        in.setReadListener(this);
        ring(intake.timeLeft(Duration.ZERO));
    }

    private void ring(Duration later) {
        alarm = clock.schedule(this::look, later.toMillis() + 1, TimeUnit.MILLISECONDS);
    }

    private synchronized void look() {
        if (over) {
            return;
        }
        Duration left = intake.timeLeft(Duration.ofNanos(System.nanoTime() - began));
        if (left.isZero()) {
            intake.overdue();
            refuse();
        } else {
            ring(left);
        }
    }

    @Override
    public synchronized void onDataAvailable() throws IOException {
        byte[] piece = new byte[PIECE];
        while (!over && in.isReady()) {
            int read = in.read(piece);
            if (read < 0) {
                return;
            }
            if (intake.add(piece, read) == Intake.Next.REFUSE) {
                refuse();
            }
        }
    }

    @Override
    public synchronized void onAllDataRead() {
        if (end()) {
            whole.come(intake.bytes());
            waiting.dispatch();
        }
    }

    @Override
    public synchronized void onError(Throwable cause) {
        // The client is most likely gone, so no response can reach it. A server may then tell no listener that the
        // request has ended, so the memory is given back here, too.
        if (end()) {
            intake.release();
            waiting.complete();
        }
    }

    private void refuse() {
        if (end()) {
            try {
                answer();
            } catch (IOException gone) {
                // The client is gone, as in onError.
            } finally {
                waiting.complete();
            }
        }
    }

    private boolean end() {
        boolean first = !over;
        over = true;
        if (alarm != null) {
            alarm.cancel(false);
        }
        return first;
    }

    private void answer() throws IOException {
        response.setHeader("Connection", "close");
        intake.problem().told(rules).send(response);
    }
}
