/**
 * Fills a database with ended executions, through the product's own store: as many as a busy application leaves behind,
 * within minutes.
 */
package no.abakus.bench.seed;
