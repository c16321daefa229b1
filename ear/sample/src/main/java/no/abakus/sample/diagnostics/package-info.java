/**
 * Tasks for trying out the task system: each shows one thing that a task can do, see or suffer. They exist only if
 * {@code abakus.sample.diagnostics} is {@code true}, because one of them burns processor time and another sends any
 * task that its arguments name. What they do in a transaction they write to the ledger, which webkom can read.
 */
package no.abakus.sample.diagnostics;
