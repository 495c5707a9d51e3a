package no.synkvakt.testing;

import java.util.List;

/** A test of costs in each of whose tests others have much. It is filled once, and what a test adds is taken away. */
public abstract class FullDatabaseTest extends CostTest {

    private static final String IS_FULL = "select id from municipality where id = 'filler-1'";

    /** Without what is deleted: PostgreSQL would count it as read. */
    private static final List<String> AS_FILLED = List.of(
            "delete from notice where municipality not like 'filler-%' or stall is null",
            "delete from stall where municipality not like 'filler-%'",
            "delete from event where municipality not like 'filler-%' or municipality is null",
            "delete from municipality where id not like 'filler-%'",
            "delete from outage",
            "delete from attendance",
            "delete from silence",
            "delete from audit",
            "delete from look",
            "delete from feed where source <> '/engine'",
            "vacuum (analyze) municipality, event, cycle, stall, notice");

    @Override
    protected void clean() {
        if (queried(IS_FULL).isEmpty()) {
            super.clean();
            fill();
        } else {
            AS_FILLED.forEach(this::sql);
        }
    }
}
