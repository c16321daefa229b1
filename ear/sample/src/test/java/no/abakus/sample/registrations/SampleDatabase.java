package no.abakus.sample.registrations;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** The persistence unit of the archive, with what a server would add: a provider, and a database. */
final class SampleDatabase implements AutoCloseable {

    enum Provider {
        HIBERNATE("org.hibernate.jpa.HibernatePersistenceProvider"),
        ECLIPSELINK("org.eclipse.persistence.jpa.PersistenceProvider");

        private final String className;

        Provider(String className) {
            this.className = className;
        }
    }

    enum Product {
        H2,
        POSTGRESQL
    }

    private final EmbeddedPostgres postgres;
    private final EntityManagerFactory factory;
    private final Map<String, String> settings;

    SampleDatabase(Provider provider, Product product) {
        try {
            postgres = product == Product.POSTGRESQL ? EmbeddedPostgres.start() : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        settings = Map.of(
                "jakarta.persistence.provider", provider.className,
                "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                "jakarta.persistence.jdbc.url",
                        postgres == null
                                ? "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=15000"
                                : postgres.getJdbcUrl("postgres", "postgres"),
                "jakarta.persistence.jdbc.user", postgres == null ? "sa" : "postgres",
                "jakarta.persistence.jdbc.password", "",
                // As many connections as the tests have threads.
                "hibernate.connection.pool_size", "20",
                "hibernate.show_sql", "false");
        factory = start();
    }

    private EntityManagerFactory start() {
        return Persistence.createEntityManagerFactory("sample", settings);
    }

    /** Starts the unit again on the same database, as after a restart of the server. */
    void restart() {
        try (EntityManagerFactory second = start();
                EntityManager entities = second.createEntityManager()) {
            entities.createQuery("SELECT COUNT(e) FROM Event e", Long.class).getSingleResult();
        }
    }

    /** Runs the work in a transaction of its own. */
    <T> T inTransaction(Function<EntityManager, T> work) {
        try (EntityManager entities = factory.createEntityManager()) {
            entities.getTransaction().begin();
            try {
                T result = work.apply(entities);
                entities.getTransaction().commit();
                return result;
            } finally {
                if (entities.getTransaction().isActive()) {
                    entities.getTransaction().rollback();
                }
            }
        }
    }

    @Override
    public void close() {
        factory.close();
        if (postgres != null) {
            try {
                postgres.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
