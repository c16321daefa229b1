/**
 * Tasks to try the task system with: each shows one thing that a task can do, see or suffer. They exist only where
 * {@code abakus.sample.diagnostics} is {@code true}; else they are no tasks at all, since one of them burns time and
 * another sends whatever it is told to. What they do in a transaction they write to the ledger, which webkom can read.
 */
package no.abakus.sample.diagnostics;
