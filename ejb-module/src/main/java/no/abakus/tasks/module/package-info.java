/**
 * The web modules that contain tasks. Deliveries wait until these modules have started. Task methods run with the
 * module's resources and names, as the module's requests do; not every server ensures this on a listener's thread.
 */
package no.abakus.tasks.module;
