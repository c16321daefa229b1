package no.abakus.web.body;

import java.util.function.UnaryOperator;

/** What the reading of bodies has to know of a web application. It is an attribute of the servlet context. Thread-safe. */
public interface BodyGate {

    /** The name of the attribute. */
    String ATTRIBUTE = BodyGate.class.getName();

    /** The request's attribute that says that its body was dealt with before the servlets. */
    String DONE = BodyGate.class.getName() + ".done";

    /** A new reading of a body; null in an application whose bodies are not read beforehand. */
    Intake intake();

    /** Whether this path of the application, undecoded, has to be answered even when every worker of the server is busy. */
    boolean isUrgent(String path);

    /** Whether the header {@code Authorization} looks like a login at all; without one nothing of a body is read. */
    boolean isLogin(String authorization);

    /**
     * Whether the login is valid. May take a good part of a second, so never on a thread that others wait for.
     *
     * @param headers a header of the request by its name
     * @param address where the request came from
     */
    boolean admits(UnaryOperator<String> headers, String address);
}
