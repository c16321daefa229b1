/**
 * Work of several tasks: how it is begun ({@link no.abakus.tasks.workflow.WorkflowStart}), and what follows when one of
 * its tasks has ended ({@link no.abakus.tasks.workflow.WorkflowAdvance}). So far that is callbacks, links and error links.
 *
 * <p>What follows is sent by the worker in the transaction that keeps the outcome, so it is sent exactly once.
 */
package no.abakus.tasks.workflow;
