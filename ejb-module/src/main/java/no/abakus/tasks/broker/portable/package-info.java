/** What every JMS broker can show. */
package no.abakus.tasks.broker.portable;
