/**
 * The REST API under {@code /abakus/api}: one thin resource per noun. The task API and the sibling packages do the
 * work. Records are the request and response bodies; {@code no.abakus.web.json} converts them.
 */
package no.abakus.tasks.console.rest;
