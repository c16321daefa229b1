package no.abakus.tasks.console.problem;

import java.util.function.Supplier;
import no.abakus.logging.Log;
import no.abakus.tasks.OperationalException;
import no.abakus.web.problem.ProblemException;
import no.abakus.web.problem.ProblemType;

/**
 * The reasons why an operator's request for monitoring or control fails, as problems with codes that clients can rely
 * on.
 */
public final class ControlProblems {

    private static final Log log = Log.get();

    private static final ProblemType BAD_ORDER = new ProblemType("bad-order", 400, "Invalid order");
    private static final ProblemType NO_ORDER = new ProblemType("order-not-found", 404, "No such order");
    private static final ProblemType NO_NODE = new ProblemType("node-not-found", 404, "No such node has replied");
    private static final ProblemType NOT_HERE = new ProblemType("not-supported", 501, "Not possible with this broker");
    private static final ProblemType UNAVAILABLE =
            new ProblemType("control-unavailable", 503, "The broker or the database is unreachable");

    private ControlProblems() {}

    /** Returns problem 400: a member of the order is missing or invalid. */
    public static ProblemException badOrder(String detail) {
        return new ProblemException(BAD_ORDER, detail);
    }

    /** Returns problem 404: no order has this name. */
    public static ProblemException noOrder(String detail) {
        return new ProblemException(NO_ORDER, detail);
    }

    /** Returns problem 404: no node with this name answers. */
    public static ProblemException noNode(String node) {
        return new ProblemException(
                NO_NODE, "No node named '" + node + "' has replied; GET workers lists the nodes that do");
    }

    /** Returns the result of the question. A failure becomes a problem whose text names neither hosts nor tables. */
    public static <T> T reached(Supplier<T> question) {
        try {
            return question.get();
        } catch (UnsupportedOperationException e) {
            throw new ProblemException(NOT_HERE, e.getMessage(), e);
        } catch (OperationalException e) {
            log.error("control_unavailable", e);
            throw new ProblemException(
                    UNAVAILABLE, "The broker or the database is unreachable; ask again once GET health returns UP", e);
        }
    }
}
