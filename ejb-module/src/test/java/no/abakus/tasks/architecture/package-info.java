/**
 * Holds the production code to the directions of {@code docs/architecture.md}.
 *
 * <p>The packages below {@code broken} break every rule once, so that each rule is seen to fail.
 */
package no.abakus.tasks.architecture;
