/** Host applications with Abakus in their archive: their responses, log lines and migrations do not change. */
package no.abakus.it.guest;
