package no.abakus.logging.web;

import java.io.IOException;
import no.abakus.logging.LogContext;

/** Distinguishes a client that went away from a failure on our side, so that no client can cause an alarm. */
public final class ClientGone {
    /** The request context key that says how the client was found to be gone. */
    static final String KEY = "client_gone";

    /** No response reached the client. nginx logs this code in that case; servers never send it. */
    static final int CODE = 499;

    private static final int LONGEST = 200;

    private ClientGone() {}

    /**
     * Returns whether an exception only means that the client of this thread's request is gone: the request body could
     * not be read to its end.
     */
    public static boolean isBehind(Throwable thrown) {
        return LogContext.current().get(KEY) != null && hasIoException(thrown);
    }

    static boolean hasIoException(Throwable thrown) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < 16; depth++) {
            if (cause instanceof IOException) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    /**
     * Returns whether the client caused a failure to read a body. It did not if our own code reads from a closed
     * stream.
     */
    static boolean isClients(Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        return failure instanceof IOException
                && !message.contains("tream is closed")
                && !message.contains("tream closed");
    }

    static String describe(Throwable failure) {
        String text = failure.getClass().getSimpleName() + ": " + failure.getMessage();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
