/** What an OpenMQ broker in this server's process can show and do, as in Payara: through JMX. */
package no.abakus.tasks.broker.openmq;
