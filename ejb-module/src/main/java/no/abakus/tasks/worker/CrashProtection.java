package no.abakus.tasks.worker;

import no.abakus.tasks.crash.Claims;
import no.abakus.tasks.crash.Suspects;
import no.abakus.tasks.crash.Trace;
import no.abakus.tasks.port.Transactions;

/**
 * The parts of a worker that protect each task against a server crash in the way that the task declares.
 *
 * @param transactions the transactions that transacted tasks run in
 * @param claims ensures that a task that must never start twice starts at most once
 * @param suspects detects the tasks that crash servers
 * @param trace records the tasks that are running
 * @param slots runs the tasks that are acknowledged early
 */
public record CrashProtection(
        Transactions transactions, Claims claims, Suspects suspects, Trace trace, EarlySlots slots) {}
