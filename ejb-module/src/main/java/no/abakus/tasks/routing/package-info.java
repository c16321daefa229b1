/**
 * Where a call goes: the queue that the call, the task or configuration names, if it is one that somebody consumes.
 */
package no.abakus.tasks.routing;
