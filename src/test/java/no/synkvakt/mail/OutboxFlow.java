package no.synkvakt.mail;

import static no.synkvakt.testing.MunicipalityFixture.owner;

import java.util.List;
import java.util.stream.IntStream;
import no.synkvakt.testing.FlowTest;

/** A flow of many notices. */
abstract class OutboxFlow extends FlowTest {

    private static final int CONTACTS = 10;
    private static int owners;

    /** So many notices may be sent now, each to another contact. */
    void owed(int notices) {
        List<String> contacts =
                IntStream.range(0, notices).mapToObj(OutboxFlow::contact).toList();
        for (int first = 0; first < notices; first += CONTACTS) {
            var many = owner("many-" + owners++ + ".example", "Many", "WIS")
                    .withContacts(contacts.subList(first, Math.min(notices, first + CONTACTS))
                            .toArray(String[]::new));
            watched(many);
            operator().post("/api/v1/municipalities/" + many.id() + "/test-mail");
        }
    }

    static String contact(int number) {
        return "contact-" + number + "@many.example";
    }

    /** How many notices are in that state. */
    int in(String state) {
        return Integer.parseInt(queried("select count(*) from notice where state = '" + state + "'")
                .get(0));
    }
}
