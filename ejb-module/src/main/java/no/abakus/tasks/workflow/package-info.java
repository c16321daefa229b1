/**
 * Workflows of several tasks: how they start ({@link no.abakus.tasks.workflow.WorkflowStart}), and how they continue
 * when one of their tasks has ended ({@link no.abakus.tasks.workflow.WorkflowAdvance}). So far this covers callbacks:
 * links and error links.
 *
 * <p>The worker sends the follow-up tasks in the transaction that stores the outcome, so they are sent exactly once.
 */
package no.abakus.tasks.workflow;
