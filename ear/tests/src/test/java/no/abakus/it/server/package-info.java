/** A real server as a test sees it: a process that is started and killed, lines on its stdout, and HTTP. */
package no.abakus.it.server;
