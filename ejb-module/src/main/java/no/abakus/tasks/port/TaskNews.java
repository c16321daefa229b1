package no.abakus.tasks.port;

import java.time.Instant;
import no.abakus.tasks.TaskState;

/**
 * A notification about the new state of a task whose result is stored. It is sent to all nodes, promptly but not
 * reliably.
 *
 * @param id its id
 * @param task its name
 * @param state its new state
 * @param node the node that publishes it
 * @param at when it was published
 */
public record TaskNews(String id, String task, TaskState state, String node, Instant at) {}
