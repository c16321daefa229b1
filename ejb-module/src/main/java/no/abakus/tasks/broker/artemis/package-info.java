/** What an Artemis broker can show and do, asked by management messages over JMS, so that it may be in another process. */
package no.abakus.tasks.broker.artemis;
