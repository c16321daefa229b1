/**
 * The outcome of tasks. Records are written while a task travels. Whoever holds its handle reads them, waits for them
 * and deletes them. A task whose result is ignored leaves no trace here.
 *
 * <p>A {@link no.abakus.tasks.port.ResultBackend} decides where records are stored; {@code result.jdbc} is one.
 */
package no.abakus.tasks.result;
