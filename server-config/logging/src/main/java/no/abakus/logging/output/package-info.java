/**
 * The destinations of finished lines: stdout, a file that is rotated, or both. Two policies deal with a reader that
 * does not keep up. {@code BlockingOutput} makes the logging threads wait and loses nothing. {@code DroppingOutput}
 * writes on a thread of its own. While its buffer is full, it drops lines below a certain level and counts them. Both
 * write each line as a whole and never mix lines. {@code Outputs} creates the output from the settings.
 */
package no.abakus.logging.output;
