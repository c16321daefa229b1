/**
 * What can be set from outside, one record per concern, and the clock and ids that everything else is given.
 *
 * <p>A key is a {@link no.abakus.tasks.config.Setting}: its name, type, default and meaning in one constant, from which
 * {@code docs/configuration.md} is checked. Keys nobody knows are problems at start, not silence.
 */
package no.abakus.tasks.config;
