/** What clients may rely on: the description of each call, and the document that is made of them. */
package no.abakus.tasks.console.contract;
