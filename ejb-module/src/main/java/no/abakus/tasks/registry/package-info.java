/**
 * The tasks that this application knows. They are found once at startup, do not change afterwards, and are looked up by
 * name or by method reference. Each task has parameters, which arguments are checked against, and a target, which a
 * worker calls. Tasks of other applications are known by the interfaces through which they are called.
 */
package no.abakus.tasks.registry;
