/**
 * Where finished lines go: stdout, a file that is rotated, or both, behind one of two policies for a reader that does not keep up.
 * {@code BlockingOutput} lets the logging threads wait and loses nothing; {@code DroppingOutput} writes on a thread of its own and
 * leaves out lines below a level, counted, while its buffer is full. Either way a line is written whole, never mixed with another.
 * {@code Outputs} builds what the settings ask for.
 */
package no.abakus.logging.output;
