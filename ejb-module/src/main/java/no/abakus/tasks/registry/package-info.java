/**
 * The tasks that are known here: found once at startup, immutable from then on, looked up by name or by method
 * reference, with the parameters that arguments are checked against and the target that a worker calls.
 */
package no.abakus.tasks.registry;
