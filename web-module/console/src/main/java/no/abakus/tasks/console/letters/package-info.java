/** Counts, lists, shows, deletes and resends dead letters. Their bodies stay at the broker. */
package no.abakus.tasks.console.letters;
