/** Generates the listeners of declared queues inside the compiler. Uses nothing but the compiler's own API. */
package no.abakus.tasks.processor;
