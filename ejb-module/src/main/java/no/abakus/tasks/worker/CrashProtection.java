package no.abakus.tasks.worker;

import no.abakus.tasks.crash.Claims;
import no.abakus.tasks.crash.Suspects;
import no.abakus.tasks.crash.Trace;
import no.abakus.tasks.port.Transactions;

/**
 * What a worker needs so that each task survives the death of its server in the way it declares.
 *
 * @param transactions the transactions that transacted tasks run in
 * @param claims ensures that tasks begin at most once where they must
 * @param suspects detects the tasks that take servers down
 * @param trace notes what runs now
 * @param slots run the tasks that are acknowledged early
 */
public record CrashProtection(
        Transactions transactions, Claims claims, Suspects suspects, Trace trace, EarlySlots slots) {}
