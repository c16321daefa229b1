/**
 * Keeps a server in the foreground of the Maven that started it, for {@code mvn -Prun} and similar.
 *
 * <p>No plugin does all of this, because {@code exec:exec} leaves the server running when Maven is stopped, and no
 * plugin passes on Maven's {@code -Dabakus.…} properties. So Maven runs {@link no.abakus.launcher.Foreground} in
 * Maven's own JVM ({@code exec:java}). {@code Foreground} starts the server's script and ends when the script ends.
 * This package does not depend on a particular server product.
 */
package no.abakus.launcher;
