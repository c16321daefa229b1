/**
 * The compressors that bodies can be written with, each from the library that keeps it best. How much may come out of one
 * is the codec's to say; here is only how.
 */
package no.abakus.tasks.compression;
