package no.abakus.tasks.control;

import no.abakus.tasks.config.Ids;
import no.abakus.tasks.config.TaskClock;

/**
 * Who this node is.
 *
 * @param name its name, which another one may have as well by mistake
 * @param run this run of it, which no other has
 * @param clock its time
 * @param ids makes the ids of questions
 */
public record Node(String name, String run, TaskClock clock, Ids ids) {}
