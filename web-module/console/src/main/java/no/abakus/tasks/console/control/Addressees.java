package no.abakus.tasks.console.control;

import java.util.List;

/**
 * The request body of an order about the queue or task in the path.
 *
 * @param nodes the nodes that receive the order; all if none is named
 * @param timeout how many seconds to wait for their answers; 1 if null
 */
public record Addressees(List<String> nodes, Double timeout) {

    /** The body, or an empty one instead of null: null is JSON's null and, on Payara, a request without a body. */
    public static Addressees orAll(Addressees said) {
        return said == null ? new Addressees(null, null) : said;
    }
}
