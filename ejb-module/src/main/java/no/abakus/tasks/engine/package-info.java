/**
 * Assembles the parts for all users: an application on a server, a program that only sends, and the test workbench. An
 * application and the workbench provide a {@link no.abakus.tasks.engine.Platform}. A program that only sends provides a
 * {@link no.abakus.tasks.engine.SendingPlatform}. The assembly is the same for all.
 */
package no.abakus.tasks.engine;
