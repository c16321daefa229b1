/**
 * Assembles the parts for all users: an application on a server, a program that only sends, and the test workbench.
 * Each provides a {@link no.abakus.tasks.engine.Platform} or its sending half, and gets the same assembly. Parts are
 * created only here.
 */
package no.abakus.tasks.engine;
