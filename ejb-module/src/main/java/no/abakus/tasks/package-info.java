/**
 * What a task's author imports, and nothing else: the annotation that makes a method a task, the front door that sends
 * it, the options of a call, and the request that a running task may ask about itself.
 *
 * <p>The words are Celery's ({@code delay}, {@code apply_async}, {@code countdown}, {@code eta}) or JMS's. No type of
 * the container's, of JMS or of JDBC appears in a signature here.
 */
package no.abakus.tasks;
