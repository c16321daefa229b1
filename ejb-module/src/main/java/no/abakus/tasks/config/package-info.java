/**
 * The external configuration, one record per concern, and the clock and id generators that everything else uses.
 *
 * <p>Each {@link no.abakus.tasks.config.Setting} is a constant with the key, type, default and meaning. A test checks
 * {@code docs/configuration.md} against these constants. Unknown keys are reported as problems at startup, not ignored.
 */
package no.abakus.tasks.config;
