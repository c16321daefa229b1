/**
 * The kit for tests of log lines, published as test-jar. {@code LogCapture} records what one test logs;
 * {@code CapturedEvent} is one event of it. Failed assertions say what was logged instead. Needs JUnit Jupiter.
 */
package no.abakus.logging.testing;
