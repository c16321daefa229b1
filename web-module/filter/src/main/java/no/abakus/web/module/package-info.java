/**
 * Tells the beans of an application that one of its web modules has started. A task system needs to know, since some servers let its
 * listeners begin before that.
 */
package no.abakus.web.module;
