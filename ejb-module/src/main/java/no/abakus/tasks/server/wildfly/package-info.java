/** What WildFly's management can do, asked by JMX inside the server. */
package no.abakus.tasks.server.wildfly;
