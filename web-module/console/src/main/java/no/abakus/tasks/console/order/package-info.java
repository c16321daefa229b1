/**
 * Orders to nodes, a record each: what an order takes, what of that is wrong, and what the nodes answer. They come in under the noun that
 * they concern, and by name under {@code control}.
 */
package no.abakus.tasks.console.order;
