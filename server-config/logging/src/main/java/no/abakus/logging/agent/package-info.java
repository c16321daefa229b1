/**
 * Turns printed output into JSON lines, from the first line of the process on. Start a server with this jar as {@code
 * -javaagent} if it does not redirect {@code System.out} itself, or does so on another thread. WildFly does not need
 * it. The agent must not touch {@code java.util.logging}'s manager, because it runs before the server has chosen one.
 */
package no.abakus.logging.agent;
