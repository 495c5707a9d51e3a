package no.synkvakt.faults;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** What happens to a PostgreSQL. */
enum DatabaseFault {
    STOPPED("PostgreSQL stopped and started") {
        @Override
        Struck strikes(Database database) {
            database.stops();
            return database::startsAgain;
        }
    },
    CRASHED("PostgreSQL killed and recovered") {
        @Override
        Struck strikes(Database database) {
            database.crashes();
            return database::startsAgain;
        }
    },
    SILENT("PostgreSQL takes connections and says nothing") {
        @Override
        Struck strikes(Database database) {
            database.fallsSilent();
            return database::speaksAgain;
        }
    },
    OUT_OF_CONNECTIONS("PostgreSQL out of connections") {
        @Override
        Struck strikes(Database database) {
            return new Crowd(database);
        }
    },
    READ_ONLY("PostgreSQL read-only") {
        @Override
        Struck strikes(Database database) {
            database.execute("alter system set default_transaction_read_only = on", "select pg_reload_conf()");
            return () ->
                    database.execute("alter system reset default_transaction_read_only", "select pg_reload_conf()");
        }
    },
    DISK_FULL("PostgreSQL says that its disk is full") {
        @Override
        Struck strikes(Database database) {
            return atEachWrite(database, "raise exception 'no space left on device' using errcode = 'disk_full'");
        }
    },
    SLOW("each write takes half a second longer") {
        @Override
        Struck strikes(Database database) {
            return atEachWrite(database, "perform pg_sleep(0.5)");
        }
    },
    ROWS_LOCKED("a long transaction holds every owner's lock") {
        @Override
        Struck strikes(Database database) {
            return locked(database, "select id from municipality for update");
        }
    },
    TABLES_LOCKED("a long transaction holds the tables") {
        @Override
        Struck strikes(Database database) {
            return locked(database, "lock table notice, stall in access exclusive mode");
        }
    };

    final String words;

    DatabaseFault(String words) {
        this.words = words;
    }

    /** From now on, until it is ended. */
    abstract Struck strikes(Database database);

    /** What can be made well again. */
    @FunctionalInterface
    interface Struck extends AutoCloseable {
        @Override
        void close();
    }

    /** One statement at a time: who locks one table after the other may meet Synkvakt in a ring. */
    private static Struck atEachWrite(Database database, String act) {
        database.execute(trouble(act));
        for (String table : new String[] {"event", "cycle", "stall", "notice"}) {
            database.execute("create or replace trigger trouble before insert or update on " + table
                    + " for each row execute function trouble()");
        }
        return () -> database.execute(trouble("null"));
    }

    private static String trouble(String act) {
        return "create or replace function trouble() returns trigger language plpgsql as $$ begin " + act
                + "; return new; end $$";
    }

    private static Struck locked(Database database, String lock) {
        Connection holder = database.connect();
        try (Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute(lock);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return () -> {
            try {
                holder.close();
            } catch (SQLException e) {
                throw new AssertionError(e);
            }
        };
    }
}
