/**
 * Turns printed output into JSON lines, from the first line of the process on. Start a server with this jar as {@code
 * -javaagent} if the server does not redirect {@code System.out} itself, or redirects it on another thread. WildFly
 * does not need it. The agent must not touch {@code java.util.logging}'s manager, because it runs before the server has
 * chosen one.
 */
package no.abakus.logging.agent;
