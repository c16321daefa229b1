/** What clients may rely on: the description of each call, and the document that is generated from them. */
package no.abakus.tasks.console.contract;
