/** Tests that run inside the server because they need its internals: transactions, and messages that strangers send. */
package no.abakus.it.container;
