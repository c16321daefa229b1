/**
 * Orders to nodes, one record each. A record defines the members of an order, their checks, and the response with the
 * nodes' answers. Clients send an order to the resource that the order concerns, or by its name to {@code control}.
 */
package no.abakus.tasks.console.order;
