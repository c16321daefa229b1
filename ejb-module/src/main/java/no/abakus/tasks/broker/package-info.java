/** Monitors and manages the broker, whichever product it is. */
package no.abakus.tasks.broker;
