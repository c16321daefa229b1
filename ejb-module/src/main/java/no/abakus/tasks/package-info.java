/**
 * The API for authors of tasks, and the only package they need: the annotation that makes a method a task, the entry
 * point that sends it, the options of a call, and the request through which a running task reads its own data.
 *
 * <p>The terms come from Celery ({@code delay}, {@code apply_async}, {@code countdown}, {@code eta}) or JMS. No type of
 * the container, of JMS or of JDBC appears in a signature here.
 *
 * <p>This API is stable. Operators and their tools use {@link no.abakus.tasks.operate}.
 */
package no.abakus.tasks;
