/**
 * Assembles the running system in a container. This package finds tasks and queues, and reports all problems together.
 * It creates the plain objects of the other packages, offers them as beans, and supplies the engine with container
 * services. In this module, only {@code remote} imports this package.
 */
package no.abakus.tasks.deployment;
