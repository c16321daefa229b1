/** Server-sent events: one sampler a node, and streams that hold no thread. */
package no.abakus.tasks.console.live;
