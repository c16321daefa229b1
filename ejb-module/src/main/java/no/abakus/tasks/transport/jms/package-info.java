/**
 * Tasks over JMS: the only place that sends and receives with {@code jakarta.jms}. How a task stands in a message,
 * property by property, is told in {@code docs/wire-format.md}.
 *
 * <p>An application that wants a queue of its own declares a subclass of
 * {@link no.abakus.tasks.transport.jms.TaskListener}; nothing else here is for it.
 */
package no.abakus.tasks.transport.jms;
