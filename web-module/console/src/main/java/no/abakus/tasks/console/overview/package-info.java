/** The state of the whole system in one answer, and its counts over time. */
package no.abakus.tasks.console.overview;
