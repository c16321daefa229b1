/**
 * Tasks that do nothing useful, in order to show what the task system does with them, and the ledger some of them write.
 * They are there only with {@code abakus.sample.diagnostics=true}.
 */
package no.abakus.sample.diagnostics;
