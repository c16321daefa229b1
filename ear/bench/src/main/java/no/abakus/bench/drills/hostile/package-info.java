/** What strangers send: idle sockets, guessed passwords, odd requests, odd messages, and tasks that end badly. */
package no.abakus.bench.drills.hostile;
