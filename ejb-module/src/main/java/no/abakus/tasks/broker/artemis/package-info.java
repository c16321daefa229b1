/**
 * Monitors and manages an Artemis broker with management messages over JMS, so the broker may run in another process.
 */
package no.abakus.tasks.broker.artemis;
