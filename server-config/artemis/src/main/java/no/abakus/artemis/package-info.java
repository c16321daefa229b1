/** What Artemis' resource adapter needs on a server that is not WildFly. */
package no.abakus.artemis;
