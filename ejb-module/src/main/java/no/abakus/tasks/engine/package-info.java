/**
 * Puts the parts together, once for all who need them: an application on a server, a program that only sends, and the workbench of the
 * tests. Each gives a {@link no.abakus.tasks.engine.Platform} or its sending half, and gets the same assembly. A part is made here and
 * nowhere else.
 */
package no.abakus.tasks.engine;
