/**
 * Assembles the parts for all users: an application on a server, a program that only sends, and the test workbench.
 * Each of these provides a {@link no.abakus.tasks.engine.Platform} or only the part for sending, and gets the same
 * assembly.
 */
package no.abakus.tasks.engine;
