/** The commands, one class each. */
package no.abakus.cli.command;
