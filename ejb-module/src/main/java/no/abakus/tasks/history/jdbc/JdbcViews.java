package no.abakus.tasks.history.jdbc;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import no.abakus.tasks.database.Database;
import no.abakus.tasks.database.FreshRead;
import no.abakus.tasks.database.Row;
import no.abakus.tasks.operate.SavedView;
import no.abakus.tasks.operate.SavedViews;

/** Stores operators' saved queries in the table {@code abakus_view}. Thread-safe. */
public final class JdbcViews implements SavedViews {

    private static final String SELECT = "SELECT owner, name, page, query, is_shared FROM abakus_view WHERE ";
    private static final String SEEN = SELECT + "(owner = ? OR is_shared) AND " + FreshRead.CONDITION
            + " ORDER BY CASE WHEN owner = ? THEN 0 ELSE 1 END, name, owner LIMIT 1000";
    private static final String ONE = SELECT + "name = ? AND (owner = ? OR is_shared) AND " + FreshRead.CONDITION
            + " ORDER BY CASE WHEN owner = ? THEN 0 ELSE 1 END, owner LIMIT 1";
    private static final String COUNT =
            "SELECT COUNT(*) AS others FROM abakus_view WHERE owner = ? AND name <> ? AND " + FreshRead.CONDITION;
    private static final String CHANGE =
            "UPDATE abakus_view SET page = ?, query = ?, is_shared = ? WHERE owner = ? AND name = ?";
    private static final String ADD =
            "INSERT INTO abakus_view (page, query, is_shared, owner, name) VALUES (?, ?, ?, ?, ?)";
    private static final String DELETE = "DELETE FROM abakus_view WHERE owner = ? AND name = ?";

    private final Database database;

    /** Creates a store of views in this database. */
    public JdbcViews(Database database) {
        this.database = database;
    }

    @Override
    public List<SavedView> seenBy(String user) {
        return database.run(
                "Saved views could not be read",
                session ->
                        session.list(SEEN, parameters -> parameters.text(user).text(user), JdbcViews::read));
    }

    @Override
    public Optional<SavedView> find(String user, String name) {
        return database.run(
                "A saved view could not be read",
                session -> session.first(
                        ONE, parameters -> parameters.text(name).text(user).text(user), JdbcViews::read));
    }

    @Override
    public boolean keep(SavedView view) {
        return database.together("A view could not be saved", session -> {
            long others = session.first(
                            COUNT,
                            parameters -> parameters.text(view.owner()).text(view.name()),
                            row -> row.longNumber("others"))
                    .orElse(0L);
            if (others >= MOST) {
                return false;
            }
            for (String statement : List.of(CHANGE, ADD)) {
                int changed = session.update(statement, parameters -> parameters
                        .text(view.page())
                        .text(view.query())
                        .yesOrNo(view.shared())
                        .text(view.owner())
                        .text(view.name()));
                if (changed > 0) {
                    break;
                }
            }
            return true;
        });
    }

    @Override
    public boolean delete(String owner, String name) {
        return 0
                < database.run(
                        "A saved view could not be deleted",
                        session -> session.update(
                                DELETE, parameters -> parameters.text(owner).text(name)));
    }

    private static SavedView read(Row row) throws SQLException {
        return new SavedView(
                row.text("owner"), row.text("name"), row.text("page"), row.text("query"), row.yesOrNo("is_shared"));
    }
}
