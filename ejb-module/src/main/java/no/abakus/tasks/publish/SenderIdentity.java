package no.abakus.tasks.publish;

import no.abakus.tasks.config.Ids;
import no.abakus.tasks.config.TaskClock;

/**
 * Who sends, and what it stamps its messages with.
 *
 * @param node the node's name
 * @param clock the time that a countdown counts from
 * @param ids where ids come from
 * @param tokens where the secrets of sends come from
 */
public record SenderIdentity(String node, TaskClock clock, Ids ids, Ids tokens) {}
