/**
 * Operators' standing orders: which tasks must not run, and which queues and tasks are paused. Orders are stored
 * durably behind {@link no.abakus.tasks.port.OrderStore} and {@link no.abakus.tasks.port.ResultBackend}, and in the
 * memory of each node. A task without any order costs a worker one lookup in an empty map.
 */
package no.abakus.tasks.order;
