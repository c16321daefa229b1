/** Tests that run inside the server, where the inside of it matters: transactions, and messages that strangers send. */
package no.abakus.it.container;
