package no.abakus.tasks.engine;

import java.time.Duration;

/**
 * Work that a node does every so often.
 *
 * @param name what the log calls it
 * @param interval from the end of one turn to the beginning of the next
 * @param work what to do; it may throw, and is done again at its next turn
 */
public record Chore(String name, Duration interval, Runnable work) {}
