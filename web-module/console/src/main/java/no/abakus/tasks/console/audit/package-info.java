/** What users of the console changed. */
package no.abakus.tasks.console.audit;
