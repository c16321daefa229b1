/**
 * What a server that dies leaves behind, and what is made of it: which tasks it was , by a file that outlives its
 * process; which executions have begun that are never to begin again; and which tasks take their servers down.
 */
package no.abakus.tasks.crash;
