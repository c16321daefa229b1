package no.abakus.web.body;

import java.util.function.UnaryOperator;

/**
 * What the code that reads bodies must know about a web application. It is an attribute of the servlet context.
 * Thread-safe.
 */
public interface BodyGate {

    /** The name of the attribute. */
    String ATTRIBUTE = BodyGate.class.getName();

    /** The request attribute that says that its body was dealt with before the servlets. */
    String DONE = BodyGate.class.getName() + ".done";

    /** Returns a new reading of a body; null in an application whose bodies are not read beforehand. */
    Intake intake();

    /**
     * Returns whether this path of the application, undecoded, must be served even if every worker of the server is
     * busy.
     */
    boolean isUrgent(String path);

    /** Returns whether the header {@code Authorization} looks like a login at all. Without one no body is read. */
    boolean isLogin(String authorization);

    /**
     * Returns whether the login is valid. May take a good part of a second, so never call it on a thread that others
     * wait for.
     *
     * @param headers returns a header of the request by its name
     * @param address where the request came from
     */
    boolean admits(UnaryOperator<String> headers, String address);
}
