/** Projects outside this one that are built from what the documents say. */
package no.abakus.it.guide;
