/**
 * Monitors and manages an Artemis broker with management messages over JMS. So the broker may be in another process.
 */
package no.abakus.tasks.broker.artemis;
