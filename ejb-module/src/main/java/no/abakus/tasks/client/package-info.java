/**
 * The front door: makes calls of method references and names, checks them, and hands them on to be published.
 */
package no.abakus.tasks.client;
