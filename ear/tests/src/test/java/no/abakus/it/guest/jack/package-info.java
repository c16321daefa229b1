/** A web application with a Jackson of its own, older than any that Abakus works with, and with Flyway. */
package no.abakus.it.guest.jack;
