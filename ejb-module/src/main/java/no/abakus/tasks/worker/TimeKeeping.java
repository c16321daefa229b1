package no.abakus.tasks.worker;

import no.abakus.tasks.limit.TimeLimits;

/**
 * All that it takes to keep time limits.
 *
 * @param limits how long executions may take
 * @param alarms tells that a soft limit is reached
 * @param threads runs bodies that may have to be given up
 * @param shields runs bodies that are never given up, and that no listener's end may disturb
 * @param abandoned those that were
 */
public record TimeKeeping(
        TimeLimits limits, Alarms alarms, BodyThreads threads, BodyThreads shields, AbandonedBodies abandoned) {}
