/** Dead letters: counted, listed, read, deleted and sent again. Their bodies stay at the broker. */
package no.abakus.tasks.console.letters;
