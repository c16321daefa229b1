/**
 * What an Artemis broker can show and do, through management messages over JMS, so the broker may be in another
 * process.
 */
package no.abakus.tasks.broker.artemis;
