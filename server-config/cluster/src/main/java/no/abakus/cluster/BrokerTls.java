package no.abakus.cluster;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The key store of both brokers. With it, the brokers accept TLS only. Brokers and nodes trust its certificate.
 *
 * @param keyStore the path of the key store
 * @param password the password of the key store
 */
public record BrokerTls(Path keyStore, String password) {

    static final BrokerTls NONE = new BrokerTls(Path.of(""), "");

    private boolean isUsed() {
        return !password.isEmpty();
    }

    /** Returns the options for the script that creates a broker. */
    List<String> options() {
        return isUsed() ? List.of("--tls", keyStore.toString()) : List.of();
    }

    /** Returns the environment of a broker, which is also a client of the other broker. */
    Map<String, String> ofBroker() {
        return isUsed()
                ? Map.of(
                        "ABAKUS_BROKER_KEYSTORE_PASSWORD",
                        password,
                        "JAVA_ARGS_APPEND",
                        "-Djavax.net.ssl.trustStore=" + keyStore + " -Djavax.net.ssl.trustStorePassword=" + password)
                : Map.of();
    }

    /** Returns the environment of a node. */
    Map<String, String> ofNode() {
        return isUsed()
                ? Map.of(
                        "ABAKUS_BROKER_TLS",
                        "true",
                        "ABAKUS_BROKER_TRUSTSTORE",
                        keyStore.toString(),
                        "ABAKUS_BROKER_TRUSTSTORE_PASSWORD",
                        password)
                : Map.of();
    }
}
