/** Finds out which server this process is. Each server has a package of its own below this one. */
package no.abakus.tasks.server;
