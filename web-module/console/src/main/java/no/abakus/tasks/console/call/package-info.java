/**
 * The body of {@code apply-async}: arguments and options as JSON says them, made into the values that the task API takes.
 * What it does not know it refuses, naming what was probably meant; whether a value is in its range, and whether options go
 * together, is the engine's to say.
 */
package no.abakus.tasks.console.call;
