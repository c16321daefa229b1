/**
 * The compressors for message bodies, each based on an established library. They only compress and decompress; the
 * codec limits the size of the output.
 */
package no.abakus.tasks.compression;
