/**
 * The node's health as MicroProfile Health checks. On a server without MicroProfile Health these classes cannot be
 * loaded, so CDI leaves them out, and an archive with this jar can be deployed there as well.
 */
package no.abakus.tasks.microprofile;
