/** Monitors and manages the broker. The product is detected at runtime. */
package no.abakus.tasks.broker;
