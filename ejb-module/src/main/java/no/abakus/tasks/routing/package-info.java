/**
 * Decides where a call goes: to the queue that the call, a route or the task names, or to the queues that an exchange
 * binds to its key. {@link no.abakus.tasks.routing.Router} decides. Exchanges and routes are tables in the
 * configuration, read at startup and evaluated by the sender, so any JMS broker will do. Unless the configuration
 * allows it, a queue without a known consumer is rejected.
 */
package no.abakus.tasks.routing;
