/**
 * Keeps a server in the foreground of the Maven that started it, for {@code mvn -Prun} and its like.
 *
 * <p>No plugin does the whole of it: {@code exec:exec} leaves the server behind when Maven is stopped, and none hands
 * Maven's {@code -Dabakus.…} properties on. So Maven runs {@link no.abakus.launcher.Foreground} in its own JVM
 * ({@code exec:java}), which starts the server's script and ends with it. It knows no server product.
 */
package no.abakus.launcher;
