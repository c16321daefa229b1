/**
 * The REST API under {@code /abakus/api}: one thin resource per noun. The task API and the packages beside this one do
 * the work. Records are the bodies; {@code no.abakus.web.json} writes them.
 */
package no.abakus.tasks.console.rest;
