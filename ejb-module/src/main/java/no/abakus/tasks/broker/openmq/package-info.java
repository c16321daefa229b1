/** Monitors and manages an OpenMQ broker in the server's process, as in Payara, through JMX. */
package no.abakus.tasks.broker.openmq;
