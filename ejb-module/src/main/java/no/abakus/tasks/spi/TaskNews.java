package no.abakus.tasks.spi;

import java.time.Instant;
import no.abakus.tasks.TaskState;

/**
 * That a task whose result is kept has come to a state: told to all nodes, soon, and not reliably.
 *
 * @param id its id
 * @param task its name
 * @param state what has become of it
 * @param node the node that says so
 * @param at when
 */
public record TaskNews(String id, String task, TaskState state, String node, Instant at) {}
