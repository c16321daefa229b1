/** What can be seen and done at whichever broker there is. */
package no.abakus.tasks.broker;
