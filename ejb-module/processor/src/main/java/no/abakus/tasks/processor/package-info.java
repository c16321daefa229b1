/** Runs in the compiler: generates the listeners of declared queues. It uses nothing but the compiler's own API. */
package no.abakus.tasks.processor;
