package no.abakus.tasks.publish;

import no.abakus.tasks.config.Ids;
import no.abakus.tasks.config.SendTokens;
import no.abakus.tasks.config.TaskClock;

/**
 * The sender, and the values that it puts into its messages.
 *
 * @param node the node's name
 * @param clock the clock that a countdown starts from
 * @param ids generates ids of tasks
 * @param tokens generates the secret token of each send
 */
public record SenderIdentity(String node, TaskClock clock, Ids ids, SendTokens tokens) {}
