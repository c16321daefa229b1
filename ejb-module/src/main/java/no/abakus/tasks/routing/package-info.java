/**
 * Where a call goes: the queue that the call, a route or the task names, or those that an exchange binds to its key.
 * {@link no.abakus.tasks.routing.Router} decides; exchanges and routes are tables of configuration, read at start and
 * evaluated by the sender, so that any JMS broker will do. A queue that nobody is known to consume is refused.
 */
package no.abakus.tasks.routing;
