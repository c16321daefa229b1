/** Finds out which server runs in this process. Each server has a package of its own below this one. */
package no.abakus.tasks.server;
