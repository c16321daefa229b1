package no.abakus.tasks.port;

import java.util.function.Function;

/**
 * The stores of the history.
 *
 * @param application the name of the application whose history this is
 * @param ends the executions that have ended
 * @param groups the groups of failures
 * @param minutes the counts of executions
 * @param audit what operators did
 * @param others the stores of other applications in the same database, by name
 */
public record HistoryStores(
        String application,
        HistoryStore ends,
        FailureGroupStore groups,
        MinuteStore minutes,
        AuditStore audit,
        Function<String, HistoryStores> others) {}
