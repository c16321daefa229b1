package no.abakus.tasks;

/** Whether the broker keeps a message on disk. Celery: {@code delivery_mode}; JMS: {@code JMSDeliveryMode}. */
public enum DeliveryMode {
    /**
     * The broker keeps the message in memory only. This is faster, but the message is lost when the broker stops.
     * Celery: 1.
     */
    TRANSIENT,
    /**
     * The broker has the message on disk before the send or, in a transaction, the commit returns. This is the default.
     * Celery: 2.
     */
    PERSISTENT
}
