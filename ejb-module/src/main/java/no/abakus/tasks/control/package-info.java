/**
 * The conversation of nodes over one topic: questions with a deadline, orders, and heartbeats, which show which nodes
 * are there. The tools of an operator are built on these.
 */
package no.abakus.tasks.control;
