/**
 * Turns what is printed instead of logged into JSON lines, from the very first line of the process on. A server that
 * does not take over {@code System.out} itself, or does so on another thread, is started with this jar as
 * {@code -javaagent}. WildFly does not need it. The agent must not touch {@code java.util.logging}'s manager, because
 * it runs before the server has chosen one.
 */
package no.abakus.logging.agent;
