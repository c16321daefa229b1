package no.abakus.tasks.worker;

import no.abakus.tasks.limit.TimeLimits;

/**
 * The parts that enforce time limits.
 *
 * @param limits how long executions may take
 * @param alarms rings when a soft limit is reached
 * @param threads runs tasks that may have to be abandoned
 * @param shields runs tasks that are never abandoned, and that a stopped listener must not disturb
 * @param abandoned the abandoned tasks
 */
public record TimeKeeping(
        TimeLimits limits, Alarms alarms, BodyThreads threads, BodyThreads shields, AbandonedBodies abandoned) {}
