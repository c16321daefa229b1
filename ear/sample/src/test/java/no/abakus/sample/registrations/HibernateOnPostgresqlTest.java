package no.abakus.sample.registrations;

import org.junit.jupiter.api.Tag;

@Tag("long")
class HibernateOnPostgresqlTest extends AdmissionsContract {

    @Override
    SampleDatabase start() {
        return new SampleDatabase(SampleDatabase.Provider.HIBERNATE, SampleDatabase.Product.POSTGRESQL);
    }
}
