/**
 * Turns the parts into a system in a container. It finds tasks and queues, reports all problems together, and assembles
 * the plain objects of the other packages and offers them as beans. It supplies the engine with what only a container has. Only {@code remote} imports it.
 */
package no.abakus.tasks.deployment;
