/**
 * Monitoring and control for operators over REST: requests and responses of the resources that use {@code TaskControl}.
 */
package no.abakus.tasks.console.control;
