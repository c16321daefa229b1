/**
 * Fills a database with ended executions, through the product's own store. Within minutes, there are as many executions
 * as a busy application leaves behind.
 */
package no.abakus.bench.seed;
