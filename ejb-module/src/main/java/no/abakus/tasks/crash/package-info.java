/**
 * What a dying server leaves behind, and what becomes of it. A file that outlives its process shows which tasks were
 * running. Claims show which executions have begun and must not begin again. Suspicions show which tasks take their
 * servers down.
 */
package no.abakus.tasks.crash;
