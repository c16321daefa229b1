/** The command line for operators: {@code abakus status}, {@code abakus tasks}, and so on. */
package no.abakus.cli;
