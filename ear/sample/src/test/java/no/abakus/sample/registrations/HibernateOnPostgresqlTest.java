package no.abakus.sample.registrations;

class HibernateOnPostgresqlTest extends AdmissionsContract {

    @Override
    SampleDatabase start() {
        return new SampleDatabase(SampleDatabase.Provider.HIBERNATE, SampleDatabase.Product.POSTGRESQL);
    }
}
