package no.abakus.logging.web;

import java.io.CharConversionException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.Optional;
import no.abakus.logging.LogContext;

/** Distinguishes a client that went away from a failure on our side, so that no client can cause an alarm. */
public final class ClientGone {
    /** The key in the request's log context that says how the filter noticed that the client is gone. */
    static final String KEY = "client_gone";

    /** The code if no response reached the client. nginx logs the same code in that case, and no server sends it. */
    static final int CODE = 499;

    private static final int LONGEST = 200;
    private static final int MOST_CAUSES = 16;

    /**
     * The name of the exception that Catalina throws when it cannot write to a client. Not every server has this class.
     */
    private static final String ABORT = "ClientAbortException";

    /** How the names of Undertow's exceptions begin if an application writes more or less than it announced. */
    private static final String WRONG_LENGTH = "FixedLength";

    private ClientGone() {}

    /**
     * Returns whether an exception only means that the client of this thread's request is gone, so that the request
     * body could not be read completely, or the response could not be written.
     */
    public static boolean isBehind(Throwable thrown) {
        return abort(thrown).isPresent() || (LogContext.current().get(KEY) != null && hasIoException(thrown));
    }

    static boolean hasIoException(Throwable thrown) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < MOST_CAUSES; depth++) {
            if (cause instanceof IOException) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    /** Finds the exception with which a server itself says that the client is gone. */
    static Optional<Throwable> abort(Throwable thrown) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < MOST_CAUSES; depth++) {
            if (cause.getClass().getSimpleName().equals(ABORT)) {
                return Optional.of(cause);
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }

    /**
     * Returns whether the client caused a failure to read a body. The client did not cause the failure if our own code
     * reads from a closed stream.
     */
    static boolean isClients(Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        return failure instanceof IOException
                && !message.contains("tream is closed")
                && !message.contains("tream closed");
    }

    /**
     * Returns whether the client caused a failure to write a response. The client did not cause it if our own code
     * wrote to a closed stream, wrote more or less than it had announced, wrote characters that cannot be encoded, or
     * was interrupted.
     */
    static boolean isReadersFault(Throwable failure) {
        // Connection timeouts are subclasses of InterruptedIOException, but the client causes them.
        boolean isInterrupted =
                failure.getClass() == InterruptedIOException.class || failure instanceof ClosedByInterruptException;
        return isClients(failure)
                && !isInterrupted
                && !(failure instanceof CharConversionException)
                && !failure.getClass().getSimpleName().startsWith(WRONG_LENGTH);
    }

    static String describe(Throwable failure) {
        String text = failure.getClass().getSimpleName() + ": " + failure.getMessage();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
