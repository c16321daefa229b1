package no.abakus.tasks.worker;

import no.abakus.tasks.crash.Claims;
import no.abakus.tasks.crash.Suspects;
import no.abakus.tasks.crash.Trace;
import no.abakus.tasks.spi.Transactions;

/**
 * What a worker needs so that tasks survive the death of its server in the way that they say.
 *
 * @param transactions what transacted tasks run in
 * @param claims lets tasks begin once that are not to begin twice
 * @param suspects finds the tasks that take servers down
 * @param trace notes what runs now
 * @param slots where tasks run that are acknowledged before
 */
public record CrashSeams(Transactions transactions, Claims claims, Suspects suspects, Trace trace, EarlySlots slots) {}
