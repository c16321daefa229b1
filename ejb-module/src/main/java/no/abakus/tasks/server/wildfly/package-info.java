/** What WildFly's management can do, through JMX inside the server. */
package no.abakus.tasks.server.wildfly;
