/** What Payara does otherwise inside of the server, and what is done about it. On another server nothing of it takes part. */
package no.abakus.tasks.server.payara;
