/** Tests that run inside the server because they need its inside: transactions, and messages that strangers send. */
package no.abakus.it.container;
