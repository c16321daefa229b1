/**
 * The contracts between the engine and what it stands on: brokers, databases, transactions, servers. Internal: adapters in this module
 * implement them, and they change without notice. What an application can implement is in {@code no.abakus.tasks.spi}.
 */
package no.abakus.tasks.port;
