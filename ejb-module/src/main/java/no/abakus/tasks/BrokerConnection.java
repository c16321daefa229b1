package no.abakus.tasks;

/**
 * A connection to the broker that a caller already has and wants a task to be sent over, instead of one of the
 * transport's: {@link TaskCall#connection}. It belongs to the caller, who keeps it open while it is used, closes it, and
 * commits it where it is transacted. Which kinds there are, the transport says; over JMS it is {@code JmsConnection}.
 * Celery: what {@code connection} and {@code producer} take.
 */
public interface BrokerConnection {}
