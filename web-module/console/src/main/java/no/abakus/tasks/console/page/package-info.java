/**
 * Delivers the operators' page: one HTML document, and the scripts and styles that it names, from memory. They have an
 * address that changes with their content, so browsers may keep them forever and still never mix two releases.
 */
package no.abakus.tasks.console.page;
