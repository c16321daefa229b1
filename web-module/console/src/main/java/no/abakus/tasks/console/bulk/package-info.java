/** Operations on many tasks or dead letters: preview, start, progress, stop. */
package no.abakus.tasks.console.bulk;
