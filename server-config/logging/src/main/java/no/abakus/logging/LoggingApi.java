package no.abakus.logging;

/**
 * The version of this module's API. The server's copy of the module wins over the application's own, so an application
 * must be able to tell that the server's copy is too old for it.
 */
public final class LoggingApi {
    /**
     * The version. It is raised by one whenever other modules start to call something that was added to this module. It
     * is a compile-time constant, so a class that uses it keeps the number that the class was compiled against.
     */
    public static final int LEVEL = 2;

    private LoggingApi() {}

    /** Returns the level of the copy that is loaded; 0 if that copy is older than the first level. */
    public static int loaded() {
        // An older copy on the server does not have this class, so the class then comes from the application.
        return LoggingApi.class.getClassLoader() == LogContext.class.getClassLoader() ? LEVEL : 0;
    }
}
