/**
 * Tasks over JMS. Only this package sends and receives tasks with {@code jakarta.jms}. {@code docs/wire-format.md}
 * describes each property of a task's message.
 *
 * <p>An application that wants a queue of its own declares a subclass of
 * {@link no.abakus.tasks.transport.jms.TaskListener}. Applications need nothing else from this package.
 *
 * <p>This package is not stable, except for {@code TaskListener}.
 */
package no.abakus.tasks.transport.jms;
