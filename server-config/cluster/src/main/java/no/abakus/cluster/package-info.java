/**
 * A cluster on one machine: a PostgreSQL, two Artemis brokers with a shared store, and several WildFly or Payara
 * servers, configured as in production by the scripts in {@code server-config}. {@link no.abakus.cluster.RunCluster}
 * keeps a cluster in the foreground for {@code mvn -Prun-cluster}; tests start and kill a cluster's parts.
 */
package no.abakus.cluster;
