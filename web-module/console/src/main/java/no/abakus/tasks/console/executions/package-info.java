/** Executions: ended, running, waiting; the groups of their failures; and why a task does not run. */
package no.abakus.tasks.console.executions;
