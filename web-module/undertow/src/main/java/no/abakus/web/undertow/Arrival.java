package no.abakus.web.undertow;

import io.undertow.io.Receiver;
import io.undertow.server.Connectors;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import no.abakus.web.body.BodyGate;
import no.abakus.web.body.BodyProblem;
import no.abakus.web.body.Intake;

/**
 * The arrival of one body. The body is read on the connection's I/O thread. The check of the login may be slow, so it
 * runs on a worker, and reading pauses until the check is done.
 */
final class Arrival {

    private final Body body;
    private final HttpServerExchange exchange;
    private final Intake intake;
    private final BodyGate gate;
    private final HttpHandler servlets;
    private final Threads threads;
    private long began = System.nanoTime();
    private Receiver receiver;
    private ScheduledFuture<?> alarm;
    private boolean verifying;
    private long paused;
    private boolean over;

    Arrival(Body body, Intake intake, BodyGate gate, HttpHandler servlets, Threads threads) {
        this.body = body;
        this.exchange = body.exchange();
        this.intake = intake;
        this.gate = gate;
        this.servlets = servlets;
        this.threads = threads;
    }

    void begin() {
        exchange.addExchangeCompleteListener((exchange, next) -> {
            end();
            intake.release();
            next.proceed();
        });
        receiver = exchange.getRequestReceiver();
        receiver.receivePartialBytes(this::arrived, this::broken);
        if (!over) {
            ring(intake.timeLeft(Duration.ZERO));
        }
    }

    private void arrived(HttpServerExchange same, byte[] piece, boolean last) {
        if (over) {
            return;
        }
        if (last) {
            end();
            body.give(intake.bytes());
            call();
            return;
        }
        Intake.Next next = intake.add(piece, piece.length);
        if (next == Intake.Next.REFUSE) {
            refuse();
            call();
        } else if (next == Intake.Next.VERIFY) {
            receiver.pause();
            verifying = true;
            // The wait for a worker does not count as the body's time either.
            paused = System.nanoTime();
            exchange.dispatch((HttpHandler) this::verify);
        }
    }

    /** Checks the login, on a worker. The time of the check does not count as the body's time. */
    private void verify(HttpServerExchange same) {
        boolean isRead = admits() && intake.verified() == Intake.Next.READ;
        synchronized (this) {
            began += System.nanoTime() - paused;
            verifying = false;
            if (over) {
                return;
            }
            // Only the thread that sets this flag first responds: this worker, or the I/O thread when the alarm rings.
            over = !isRead;
        }
        if (isRead) {
            // Resumes on the I/O thread after this call has ended, so that no piece arrives during the call.
            exchange.dispatch(exchange.getIoThread(), receiver::resume);
        } else {
            refuse();
            call();
        }
    }

    private boolean admits() {
        return gate.admits(
                new RequestHeaders(exchange)::get,
                exchange.getSourceAddress().getAddress() == null
                        ? null
                        : exchange.getSourceAddress().getAddress().getHostAddress());
    }

    private void refuse() {
        end();
        receiver.pause();
        // If the body itself has no problem, the reason is that the login could not be checked now.
        body.leave(intake.problem() == null ? BodyProblem.TOO_MANY : intake.problem());
        intake.release();
    }

    private void call() {
        try {
            servlets.handleRequest(exchange);
        } catch (Exception e) {
            throw new IllegalStateException("The servlets could not be called", e);
        }
    }

    /** Handles a client that left amid its body. The servlets still get the request, because they log it. */
    private void broken(HttpServerExchange same, IOException gone) {
        synchronized (this) {
            if (over) {
                // Another thread responds, or has responded.
                return;
            }
            over = true;
        }
        end();
        receiver.pause();
        exchange.setPersistent(false);
        body.leave(BodyProblem.CUT_OFF);
        intake.release();
        call();
    }

    private void ring(Duration later) {
        Executor connection = exchange.getIoThread();
        alarm = threads.clock()
                .schedule(() -> connection.execute(this::look), later.toMillis() + 1, TimeUnit.MILLISECONDS);
    }

    private void look() {
        synchronized (this) {
            if (over) {
                return;
            }
            Duration left = intake.timeLeft(Duration.ofNanos(System.nanoTime() - began));
            if (!left.isZero() || verifying) {
                ring(left.isZero() ? Duration.ofSeconds(1) : left);
                return;
            }
            over = true;
        }
        intake.overdue();
        refuse();
        Connectors.executeRootHandler(servlets, exchange);
    }

    private synchronized void end() {
        over = true;
        if (alarm != null) {
            alarm.cancel(false);
        }
    }
}
