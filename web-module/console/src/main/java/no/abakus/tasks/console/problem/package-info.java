/**
 * The engine's rejections, as problems with the codes that clients rely on: {@code task-argument}, {@code task-option},
 * {@code task-not-found}, {@code broker-unavailable}.
 */
package no.abakus.tasks.console.problem;
