package no.abakus.tasks.port;

/**
 * The stores of the history.
 *
 * @param ends the executions that have ended
 * @param groups the groups of failures
 * @param minutes the counts of executions
 * @param audit what operators did
 */
public record HistoryStores(HistoryStore ends, FailureGroupStore groups, MinuteStore minutes, AuditStore audit) {}
