/** The time of day. */
package no.abakus.tasks.console.time;
