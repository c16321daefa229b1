package no.abakus.tasks;

/**
 * A caller's own broker connection, over which {@link TaskCall#connection} sends a task. The caller keeps it open while
 * it is used, commits it if it is transacted, and closes it. Each transport defines its own type; for JMS it is
 * {@code JmsConnection}. Celery: the argument of {@code connection} and {@code producer}.
 */
public interface BrokerConnection {}
