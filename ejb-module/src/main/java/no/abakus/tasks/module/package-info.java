/**
 * The web modules that tasks are in. Deliveries wait until they have started, and the bodies of their tasks run with their
 * resources and names, as their requests do: not every server sees to that on a listener's thread.
 */
package no.abakus.tasks.module;
