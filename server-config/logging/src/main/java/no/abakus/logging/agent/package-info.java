/**
 * Makes JSON lines of what is printed instead of logged, from the very first line of the process on. A server that does not take
 * {@code System.out} over itself, or does so on another thread, is started with this jar as {@code -javaagent}; WildFly needs none.
 * The agent must not touch {@code java.util.logging}'s manager: it runs before the server has chosen one.
 */
package no.abakus.logging.agent;
