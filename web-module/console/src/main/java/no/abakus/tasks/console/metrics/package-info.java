/** The figures of this node for Prometheus. */
package no.abakus.tasks.console.metrics;
