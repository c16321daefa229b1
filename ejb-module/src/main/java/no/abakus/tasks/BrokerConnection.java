package no.abakus.tasks;

/**
 * A broker connection that the caller already has and wants a task to be sent over, instead of one from the transport:
 * {@link TaskCall#connection}. It belongs to the caller, who keeps it open while it is used, closes it, and commits it
 * if it is transacted. The transport defines which kinds there are; over JMS it is {@code JmsConnection}. Celery: what
 * {@code connection} and {@code producer} take.
 */
public interface BrokerConnection {}
