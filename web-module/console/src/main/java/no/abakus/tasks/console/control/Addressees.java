package no.abakus.tasks.console.control;

import java.util.List;

/**
 * The body of an order about the queue or task that the path names.
 *
 * @param nodes the nodes that are told; all if none is named
 * @param timeout how many seconds their answers are waited for; 1 if null
 */
public record Addressees(List<String> nodes, Double timeout) {}
