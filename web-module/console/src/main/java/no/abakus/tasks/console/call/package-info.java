/**
 * The request body of {@code apply-async}: converts arguments and options from JSON to the task API's values. Unknown
 * members are rejected; the error suggests the closest known name. The engine checks ranges and whether options may be
 * combined.
 */
package no.abakus.tasks.console.call;
