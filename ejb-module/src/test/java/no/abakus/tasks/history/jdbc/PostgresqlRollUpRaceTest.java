package no.abakus.tasks.history.jdbc;

import javax.sql.DataSource;
import no.abakus.tasks.database.PostgresqlServer;

class PostgresqlRollUpRaceTest extends RollUpRaceContract {

    @Override
    DataSource source() {
        return PostgresqlServer.emptySchema();
    }

    @Override
    String waiting() {
        return "SELECT COUNT(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()";
    }
}
