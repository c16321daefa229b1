/**
 * The compressors for message bodies, each based on the JDK or an established library. They do not limit the size of
 * the output; the codec that calls them does.
 */
package no.abakus.tasks.compression;
