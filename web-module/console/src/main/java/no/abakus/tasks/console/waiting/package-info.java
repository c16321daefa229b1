/** Selects tasks that wait at the broker. */
package no.abakus.tasks.console.waiting;
