package no.abakus.logging.web;

import java.io.IOException;
import no.abakus.logging.LogContext;

/** Tells a client that went away from a failure of ours, so that nobody outside can cause an alarm. */
public final class ClientGone {
    /** Says in the context of a request how its client was found to be gone. */
    static final String KEY = "client_gone";

    /** No answer reached anybody; nginx's code for it, which no server sends. */
    static final int CODE = 499;

    private static final int LONGEST = 200;

    private ClientGone() {}

    /**
     * Whether an exception only says that the client of the request that this thread serves is gone: the body could not be read to its end, and
     * this came of it.
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

    /** Whether a failure to read a body is the client's: not if somebody here reads from a stream that is closed already. */
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
