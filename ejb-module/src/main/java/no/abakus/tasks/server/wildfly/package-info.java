/** Uses WildFly's management through JMX inside the server. */
package no.abakus.tasks.server.wildfly;
