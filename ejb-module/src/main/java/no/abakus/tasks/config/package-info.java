/**
 * The external configuration, one record per concern, and the clock and id generators that everything else uses.
 *
 * <p>A key is a {@link no.abakus.tasks.config.Setting}: its name, type, default and meaning in one constant.
 * {@code docs/configuration.md} is checked against these constants. Unknown keys are reported as problems at startup,
 * not ignored.
 */
package no.abakus.tasks.config;
