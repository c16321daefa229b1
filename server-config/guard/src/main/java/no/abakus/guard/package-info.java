/**
 * Protects WildFly's broker and standalone Artemis brokers against dangerous packets and huge messages from the
 * network.
 */
package no.abakus.guard;
