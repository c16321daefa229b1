/** Server-sent events: one sampler per node, and streams that hold no thread. */
package no.abakus.tasks.console.live;
