/**
 * The interfaces between the engine and its infrastructure: brokers, databases, transactions and servers. These
 * interfaces are internal. Adapters in this module implement them, and they may change without notice. Applications
 * implement the interfaces in {@code no.abakus.tasks.spi} instead.
 */
package no.abakus.tasks.port;
