/**
 * What has become of tasks: records are written while a task travels, and read, waited for and deleted by those who hold
 * its handle. A task whose result is ignored passes through here without a trace.
 *
 * <p>Where records are kept is the business of a {@link no.abakus.tasks.spi.ResultBackend}; {@code result.jdbc} is one.
 */
package no.abakus.tasks.result;
