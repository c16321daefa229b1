/**
 * The tasks that are known here: found once at startup, immutable from then on, looked up by name or by method
 * reference. Each has parameters to check arguments against, and a target that a worker calls.
 */
package no.abakus.tasks.registry;
