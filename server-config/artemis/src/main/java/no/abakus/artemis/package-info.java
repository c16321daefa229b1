/** Classes that Artemis' resource adapter needs on a server other than WildFly. */
package no.abakus.artemis;
