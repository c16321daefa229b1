package no.abakus.tasks.engine;

import java.time.Duration;

/**
 * Work that a node repeats at an interval.
 *
 * @param name the chore's name in the log
 * @param interval the time from the end of one run to the start of the next
 * @param work the work; if it throws, it is still repeated
 */
public record Chore(String name, Duration interval, Runnable work) {}
