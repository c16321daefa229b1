/**
 * Notifies the beans of an application that one of its web modules has started. A task system needs this, because some
 * servers start its listeners first.
 */
package no.abakus.web.module;
