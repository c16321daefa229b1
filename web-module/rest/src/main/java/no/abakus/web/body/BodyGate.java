package no.abakus.web.body;

import java.util.function.UnaryOperator;

/**
 * A web application's rules for the code that reads request bodies. The gate is an attribute of the servlet context.
 * Thread-safe.
 */
public interface BodyGate {

    /** The name of the attribute. */
    String ATTRIBUTE = BodyGate.class.getName();

    /** The request attribute that says that the body was handled before the servlets. */
    String DONE = BodyGate.class.getName() + ".done";

    /** Returns a new intake for a body; null if this application's bodies are not read in advance. */
    Intake intake();

    /**
     * Returns whether this undecoded path of the application must be served even if every worker of the server is busy.
     */
    boolean isUrgent(String path);

    /**
     * Returns whether to read the body. A body is read if the request has something that looks like a login, or if
     * users sign in at this path.
     *
     * @param path the undecoded path within the application
     * @param headers returns a header of the request by its name; null if the request lacks it
     */
    boolean isExpected(String path, UnaryOperator<String> headers);

    /**
     * Returns whether the login is valid. May take a good part of a second, so never call this on a thread that others
     * wait for.
     *
     * @param headers returns a header of the request by its name
     * @param address the client's address
     */
    boolean admits(UnaryOperator<String> headers, String address);
}
