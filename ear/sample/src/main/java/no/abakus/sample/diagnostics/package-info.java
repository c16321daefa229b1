/**
 * Tasks for trying out the task system. Each task shows one thing that a task can do, see or suffer. They exist only if
 * {@code abakus.sample.diagnostics} is {@code true}, because one of them burns processor time and another sends any
 * task that its arguments name. Some of the tasks write to the ledger, which webkom can read.
 */
package no.abakus.sample.diagnostics;
