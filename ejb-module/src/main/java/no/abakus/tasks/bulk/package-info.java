/** Operations of operators on many tasks or dead letters: counts them, and carries them out at a limited rate. */
package no.abakus.tasks.bulk;
