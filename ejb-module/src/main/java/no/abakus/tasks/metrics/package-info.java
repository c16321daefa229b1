/** Counts what this node does with tasks, for monitoring systems. */
package no.abakus.tasks.metrics;
