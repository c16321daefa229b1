/** Monitoring that works with every JMS broker. */
package no.abakus.tasks.broker.portable;
