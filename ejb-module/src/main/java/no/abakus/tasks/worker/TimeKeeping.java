package no.abakus.tasks.worker;

import no.abakus.tasks.limit.TimeLimits;

/**
 * Everything needed to enforce time limits.
 *
 * @param limits how long executions may take
 * @param alarms rings when a soft limit is reached
 * @param threads runs bodies that may have to be given up
 * @param shields runs bodies that are never given up, and that a stopped listener must not disturb
 * @param abandoned the bodies that were given up
 */
public record TimeKeeping(
        TimeLimits limits, Alarms alarms, BodyThreads threads, BodyThreads shields, AbandonedBodies abandoned) {}
