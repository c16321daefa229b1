/**
 * What a test of tasks needs instead of a server: {@link no.abakus.tasks.testing.Workbench} puts the real engine together
 * over an in-memory transport, a clock that stands still until it is told, and ids that can be foreseen; {@link
 * no.abakus.tasks.testing.WorkbenchExtension} gives one to every JUnit test. How it is used, {@code docs/testing.md} shows.
 *
 * <p>Also the contracts: suites that every implementation of an SPI has to pass, ours and other people's. Published as the
 * module's test-jar.
 */
package no.abakus.tasks.testing;
