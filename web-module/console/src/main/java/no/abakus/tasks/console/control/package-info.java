/** What operators see and steer, over REST: bodies and answers of the resources that speak to {@code TaskControl}. */
package no.abakus.tasks.console.control;
