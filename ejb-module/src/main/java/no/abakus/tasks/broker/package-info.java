/** What can be seen and done at the broker, whichever it is. */
package no.abakus.tasks.broker;
