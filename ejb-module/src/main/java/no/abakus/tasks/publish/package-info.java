/**
 * One task becomes one message: options are merged, the sender's log context and lineage are taken along, arguments are
 * written, the route is chosen, and the transport sends it. Knows single tasks only.
 */
package no.abakus.tasks.publish;
