/** Dead letters: counting, listing, reading, deleting and sending again. Their bodies stay at the broker. */
package no.abakus.tasks.console.letters;
