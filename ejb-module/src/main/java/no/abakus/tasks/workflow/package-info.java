/**
 * Work of several tasks: how it starts ({@link no.abakus.tasks.workflow.WorkflowStart}), and how it continues when one
 * of its tasks has ended ({@link no.abakus.tasks.workflow.WorkflowAdvance}). So far this covers callbacks: links and
 * error links.
 *
 * <p>The worker sends the tasks that follow in the transaction that stores the outcome, so they are sent exactly once.
 */
package no.abakus.tasks.workflow;
