/**
 * Converts the arguments and options in the request body of {@code apply-async} from JSON to values of the task API.
 * Unknown members are rejected; the error suggests the closest known name. The engine checks ranges, and whether
 * options may be combined.
 */
package no.abakus.tasks.console.call;
