/**
 * Tells the beans of an application that one of its web modules has started. A task system must know, because some
 * servers start its listeners before that.
 */
package no.abakus.web.module;
