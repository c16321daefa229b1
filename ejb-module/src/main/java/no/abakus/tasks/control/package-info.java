/**
 * Nodes that hear and answer each other over one topic: questions with a deadline, orders, and heartbeats, which say who is
 * there; and the tools of an operator, made of these.
 */
package no.abakus.tasks.control;
