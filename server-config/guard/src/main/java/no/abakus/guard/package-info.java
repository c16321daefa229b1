/** Protects WildFly's broker from the network. */
package no.abakus.guard;
