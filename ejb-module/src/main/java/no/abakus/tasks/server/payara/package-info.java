/** Adapts to the differences between Payara and other servers. Inactive on other servers. */
package no.abakus.tasks.server.payara;
