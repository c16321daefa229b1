/**
 * Delivers the operators' page: one HTML document, and the scripts and styles that it names, from memory. The addresses
 * of scripts and styles change with their content, so browsers may keep these files forever and still never mix two
 * releases.
 */
package no.abakus.tasks.console.page;
