/** Protects WildFly's broker against dangerous packets and huge messages from the network. */
package no.abakus.guard;
