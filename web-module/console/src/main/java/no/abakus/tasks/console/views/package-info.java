/** Queries that users save under a name. */
package no.abakus.tasks.console.views;
