/**
 * The node's health as MicroProfile Health checks. On a server without MicroProfile Health these classes cannot be loaded
 * and CDI leaves them out, so an archive with this jar deploys there as well.
 */
package no.abakus.tasks.microprofile;
