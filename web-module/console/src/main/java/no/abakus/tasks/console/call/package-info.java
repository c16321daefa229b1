/**
 * The body of {@code apply-async}: converts arguments and options from JSON into the values that the task API takes.
 * Unknown members are refused with a hint at what was probably meant. The engine checks whether a value is in its range
 * and whether options go together.
 */
package no.abakus.tasks.console.call;
