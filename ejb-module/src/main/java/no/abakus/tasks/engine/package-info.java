/**
 * Assembles the parts for all users: an application on a server, a program that only sends, and the test workbench.
 * Each user provides a {@link no.abakus.tasks.engine.Platform} or the sending half of one, and gets the same assembly.
 * Parts are created only here.
 */
package no.abakus.tasks.engine;
