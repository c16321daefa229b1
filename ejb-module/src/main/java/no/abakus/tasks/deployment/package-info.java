/**
 * Turns the parts into a system in a container. It finds tasks and queues, reports all problems together, and assembles
 * the plain objects of the other packages and offers them as beans. Imports everything, and is imported by nobody.
 */
package no.abakus.tasks.deployment;
