package no.abakus.tasks.spi;

/**
 * Where a message goes, and how urgently.
 *
 * @param queue the queue's name, without the prefix it has at the broker
 * @param priority JMS priority, 0 to 9, 9 first
 */
public record Route(String queue, int priority) {}
