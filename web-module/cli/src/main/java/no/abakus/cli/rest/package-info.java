/** Calls the console's REST API. */
package no.abakus.cli.rest;
