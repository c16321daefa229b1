/**
 * The web modules that tasks are in. Deliveries wait until they have started. The bodies of their tasks run with the
 * module's resources and names, as its requests do; not every server ensures that on a listener's thread.
 */
package no.abakus.tasks.module;
