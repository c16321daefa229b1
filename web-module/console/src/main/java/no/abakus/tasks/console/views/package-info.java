/** Queries that users keep under a name. */
package no.abakus.tasks.console.views;
