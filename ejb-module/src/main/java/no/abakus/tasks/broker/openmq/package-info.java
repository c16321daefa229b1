/** What an OpenMQ broker can show and do that runs in this server's process, as Payara's does: by JMX. */
package no.abakus.tasks.broker.openmq;
