/** Selects tasks that have not ended. */
package no.abakus.tasks.console.waiting;
