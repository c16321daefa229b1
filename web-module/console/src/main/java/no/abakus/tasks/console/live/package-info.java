/** Server-sent events, with one sampler per node and streams that occupy no thread. */
package no.abakus.tasks.console.live;
