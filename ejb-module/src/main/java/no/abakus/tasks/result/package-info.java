/**
 * The outcome of tasks. Records are written as a task progresses. The owner of a task's handle reads them, waits for
 * them and deletes them. A task whose result is ignored usually leaves no record.
 *
 * <p>A {@link no.abakus.tasks.port.ResultBackend} decides where records are stored; {@code result.jdbc} is one such
 * backend.
 */
package no.abakus.tasks.result;
