/** Applications other than the console's own, in the same database or at the same broker. */
package no.abakus.tasks.console.applications;
