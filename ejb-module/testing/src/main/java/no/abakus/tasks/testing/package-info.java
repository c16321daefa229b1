/**
 * Tests of tasks without a server. {@link no.abakus.tasks.testing.Workbench} runs the real engine over an in-memory
 * broker, with a clock that the test moves and with predictable ids. {@link no.abakus.tasks.testing.WorkbenchExtension}
 * gives a workbench to every JUnit test. {@code docs/testing.md} shows how to use them.
 *
 * <p>{@link no.abakus.tasks.testing.TaskSerializerContract} is a suite of tests for an application's own serializer.
 *
 * <p>This package is not stable yet. It may change in a release, and the changelog says how.
 */
package no.abakus.tasks.testing;
