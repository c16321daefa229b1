/**
 * Handles the consequences of a server crash. A file that outlives the process shows which tasks were running. Claims
 * show which executions have started and must not start again. Suspicions show which tasks crash their servers.
 */
package no.abakus.tasks.crash;
