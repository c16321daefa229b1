/**
 * Where finished lines go: stdout, a file that is rotated, or both. Two policies deal with a reader that does not keep
 * up. {@code BlockingOutput} makes the logging threads wait and loses nothing. {@code DroppingOutput} writes on a
 * thread of its own; while its buffer is full it drops lines below a level and counts them. Either way a line is
 * written as a whole and never mixed with another. {@code Outputs} builds what the settings ask for.
 */
package no.abakus.logging.output;
