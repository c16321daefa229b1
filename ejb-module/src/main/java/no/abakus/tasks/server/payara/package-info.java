/** Adapts to what Payara does differently from other servers. On other servers nothing of it takes part. */
package no.abakus.tasks.server.payara;
