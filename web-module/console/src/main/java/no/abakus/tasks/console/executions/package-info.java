/**
 * Lists executions that have ended, are running or are waiting, groups their failures, and says why a task is not
 * running.
 */
package no.abakus.tasks.console.executions;
