/** The console's clock. */
package no.abakus.tasks.console.time;
