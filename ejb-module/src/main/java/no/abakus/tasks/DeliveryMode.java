package no.abakus.tasks;

/** Whether the broker keeps a message on disk. Celery: {@code delivery_mode}; JMS: {@code JMSDeliveryMode}. */
public enum DeliveryMode {
    /** In memory only: faster, but lost when the broker stops. Celery: 1. */
    TRANSIENT,
    /** On disk before the send returns. The default. Celery: 2. */
    PERSISTENT
}
