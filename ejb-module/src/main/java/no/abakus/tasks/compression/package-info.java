/**
 * The compressors for message bodies, each from the library that maintains it best. They only compress and decompress;
 * the codec limits how much may come out.
 */
package no.abakus.tasks.compression;
