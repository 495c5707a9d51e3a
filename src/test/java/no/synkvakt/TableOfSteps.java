package no.synkvakt;

import java.util.List;
import java.util.stream.Stream;

/** The facts that every stall, remedy and mail is held against: for each step, who can act and how. */
final class TableOfSteps {

    private static final String ARTICLE = "https://mega.efeide.no/docs/#/md/howto?id=hvordan-kjorer-jeg-skoleopprykk";

    /** step, label, SIS (or any), verdicts, audience, where, tasks (a tilde: the name is only typical), article. */
    private static final String TABLE = """
            import-sas-isi        | Import SAS ISI        | IST_HOSTED     | NOT_STARTED OVERRUN | SUPPORT      | -                 | -                                                   | no
            import-sas            | Import SAS            | WIS            | NOT_STARTED FAILED  | SELF_SERVICE | CLIENT_SERVER     | eFeide Export SAS, eFeide synkronisering            | no
            import-sas            | Import SAS            | IST_LOCAL      | NOT_STARTED OVERRUN | SELF_SERVICE | CLIENT_SERVER     | eFeide Export SAS, eFeide synkronisering            | no
            import-sas            | Import SAS            | ISKOLE         | NOT_STARTED FAILED  | SUPPORT      | -                 | -                                                   | no
            import-visma-inschool | ImportVismaInschool   | VISMA_INSCHOOL | NOT_STARTED OVERRUN | SUPPORT      | -                 | -                                                   | no
            import-visma-flyt     | Import Visma Flyt     | VISMA_FLYT     | NOT_STARTED FAILED  | SUPPORT      | -                 | -                                                   | no
            import-samaccountname | Import samAccountName | any            | NOT_STARTED OVERRUN | SELF_SERVICE | CLIENT_SERVER     | eFeide Export samAccountName, eFeide synkronisering | no
            import-flyvo          | Import FlyVo          | any            | NOT_STARTED FAILED  | SELF_SERVICE | CLIENT_SERVER     | eFeide Export FlyVO, eFeide synkronisering          | no
            synchronization       | Syncronization        | any            | HELD HELD           | SELF_SERVICE | -                 | -                                                   | yes
            synchronization       | Syncronization        | any            | NOT_STARTED FAILED  | SUPPORT      | -                 | -                                                   | yes
            export-ad             | Export AD             | any            | NOT_STARTED OVERRUN | SELF_SERVICE | DOMAIN_CONTROLLER | ~eFeide Import AD                                   | no
            import-ad             | Import AD             | any            | NOT_STARTED FAILED  | SUPPORT      | -                 | -                                                   | no
            export-lms            | Export LMS            | any            | NOT_STARTED HELD    | SUPPORT      | -                 | -                                                   | no
            export-365            | Export 365            | any            | OVERRUN FAILED      | SUPPORT      | -                 | -                                                   | no
            export-azure          | Export Azure          | any            | NOT_STARTED OVERRUN | SUPPORT      | -                 | -                                                   | no
            """;

    private TableOfSteps() {}

    /** What has to follow when the step stands still in that way. */
    record Row(
            String step,
            String label,
            String sis,
            String verdict,
            boolean selfService,
            String where,
            List<String> tasks,
            boolean exact,
            String link) {

        boolean isFor(SchoolOwners.Owner owner) {
            return (sis.equals("any") || sis.equals(owner.sis()))
                    && owner.chain().contains(step);
        }
    }

    /** Each line of the table, once for each of its verdicts. */
    static List<Row> rows() {
        return TABLE.lines().flatMap(TableOfSteps::rowsOf).toList();
    }

    private static Stream<Row> rowsOf(String line) {
        String[] cells = line.split("\\|");
        String[] trimmed = Stream.of(cells).map(String::strip).toArray(String[]::new);
        return Stream.of(trimmed[3].split(" ")).map(verdict -> row(trimmed, verdict));
    }

    private static Row row(String[] cells, String verdict) {
        boolean exact = !cells[6].startsWith("~");
        List<String> tasks = cells[6].equals("-")
                ? List.of()
                : List.of(cells[6].substring(exact ? 0 : 1).split(", "));
        return new Row(
                cells[0],
                cells[1],
                cells[2],
                verdict,
                cells[4].equals("SELF_SERVICE"),
                cells[5],
                tasks,
                exact,
                cells[7].equals("yes") ? ARTICLE : "");
    }
}
