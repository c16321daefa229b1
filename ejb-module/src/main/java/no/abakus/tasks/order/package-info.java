/**
 * Operators' standing orders: which tasks must not run, and which queues and tasks are paused. Orders are stored
 * durably through {@link no.abakus.tasks.port.OrderStore} and {@link no.abakus.tasks.port.ResultBackend}. Each node
 * also keeps them in memory, so that a worker looks them up without the database.
 */
package no.abakus.tasks.order;
