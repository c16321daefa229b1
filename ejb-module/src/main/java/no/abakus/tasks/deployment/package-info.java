/**
 * Where the parts become a system in a container: tasks and queues are found, what is wrong is reported together, and the
 * plain objects of the other packages are put together and offered as beans. Imports everything, and is imported by
 * nobody.
 */
package no.abakus.tasks.deployment;
