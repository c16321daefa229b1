package no.abakus.tasks.console.control;

import java.util.List;

/**
 * The request body of an order about the queue or task in the path.
 *
 * @param nodes the nodes that receive the order; all if none is named. An order to pause or resume always goes to all
 *     nodes
 * @param timeout how many seconds to wait for their answers; 1 if null
 */
public record Addressees(List<String> nodes, Double timeout) {

    /**
     * Returns the body, or an empty body instead of null. The body is null if the client sends JSON's null and, on
     * Payara, if the request has no body.
     */
    public static Addressees orAll(Addressees said) {
        return said == null ? new Addressees(null, null) : said;
    }
}
