/**
 * The REST API under {@code /abakus/api}: one resource per noun, thin, for the work is done by the task API and by the
 * packages beside this one. Records are the bodies; {@code no.abakus.web.json} writes them.
 */
package no.abakus.tasks.console.rest;
