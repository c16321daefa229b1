/** What stands between the network and WildFly's broker. */
package no.abakus.guard;
