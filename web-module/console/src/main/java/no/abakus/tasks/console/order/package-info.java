/**
 * Orders to nodes, one record each. A record defines the members of an order, their checks, and the response with the
 * nodes' answers. Clients send orders under the noun that they concern, or by name under {@code control}.
 */
package no.abakus.tasks.console.order;
