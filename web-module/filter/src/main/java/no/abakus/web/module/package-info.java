/**
 * Notifies the beans of an application that one of its web modules has started. A task system needs this, because some
 * servers start its message listeners before the web modules.
 */
package no.abakus.web.module;
