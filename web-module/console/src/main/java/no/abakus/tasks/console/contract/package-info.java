/**
 * What clients may rely on: the description of each call, and the document that is generated from these descriptions.
 */
package no.abakus.tasks.console.contract;
