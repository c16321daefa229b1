package no.abakus.logging;

/**
 * How far this module's API has come, so that an application can tell that the server's copy of it, which wins over the
 * application's own, is too old for it.
 */
public final class LoggingApi {
    /**
     * Raised by one whenever something is added that other modules call. A constant of the compiler's: a class that mentions it
     * keeps the number that it was compiled against.
     */
    public static final int LEVEL = 1;

    private LoggingApi() {}

    /** The level of the copy that is loaded; 0 for a copy from before there were levels. */
    public static int loaded() {
        // An older copy of the server's does not have this class, and then it comes from the application.
        return LoggingApi.class.getClassLoader() == LogContext.class.getClassLoader() ? LEVEL : 0;
    }
}
