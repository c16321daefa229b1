package no.abakus.sample.registrations;

class HibernateOnH2Test extends AdmissionsContract {

    @Override
    SampleDatabase start() {
        return new SampleDatabase(SampleDatabase.Provider.HIBERNATE, SampleDatabase.Product.H2);
    }
}
