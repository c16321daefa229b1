/**
 * Operators' operations on many tasks or dead letters. Counts what an operation selects, and carries it out at a
 * limited rate.
 */
package no.abakus.tasks.bulk;
