package no.abakus.logging.web;

import java.io.IOException;
import no.abakus.logging.LogContext;

/** Distinguishes a client that went away from a failure on our side, so that no client can cause an alarm. */
public final class ClientGone {
    /** The key in the request's log context that says how the filter noticed that the client is gone. */
    static final String KEY = "client_gone";

    /** The code if no response reached the client. nginx logs the same code in that case, and no server sends it. */
    static final int CODE = 499;

    private static final int LONGEST = 200;

    private ClientGone() {}

    /**
     * Returns whether an exception only means that the client of this thread's request is gone, so that the request
     * body could not be read to its end.
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
     * Returns whether the client caused a failure to read a body. The client did not cause the failure if our own code
     * reads from a closed stream.
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
