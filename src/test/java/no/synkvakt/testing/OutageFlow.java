package no.synkvakt.testing;

import static no.synkvakt.testing.MunicipalityFixture.owner;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A night in which the provider of one student information system is down for many of its owners. */
public abstract class OutageFlow extends FlowTest {

    protected static final String SUPPORT = "support@vendor.example";
    protected static final String IMPORT = "import-visma-flyt";

    protected static MunicipalityFixture flyt(int number) {
        return owner("flyt-" + number + ".example", "Flytby " + number, "VISMA_FLYT")
                .withChain(IMPORT, "synchronization", "export-lms");
    }

    protected static List<MunicipalityFixture> flyts(int many) {
        return IntStream.rangeClosed(1, many).mapToObj(OutageFlow::flyt).toList();
    }

    /** So many owners whose import fails. */
    protected List<MunicipalityFixture> importFails(int many) {
        List<MunicipalityFixture> owners = flyts(many);
        watched(owners);
        reported(owners, "step.failed", IMPORT);
        return owners;
    }

    /** They are told as one, and the mails are out. */
    protected List<MunicipalityFixture> outageOf(int many) {
        List<MunicipalityFixture> owners = importFails(many);
        tick();
        holdPasses();
        return owners;
    }

    /** The engine reports the same of each, at once. */
    protected void reported(List<MunicipalityFixture> owners, String type, @Nullable String step) {
        Engine.sendAll(owners.stream()
                .map(owner -> engineOf(owner).event(type, step, Map.of()))
                .toList());
    }

    protected void recovers(List<MunicipalityFixture> owners) {
        reported(owners, "step.completed", IMPORT);
    }

    protected List<String> kindsTo(String address) {
        return mailsTo(address).stream().map(Mail::kind).toList();
    }

    protected List<String> kindsTo(MunicipalityFixture owner) {
        return kindsTo("ikt@" + owner.id());
    }

    protected List<String> outages() {
        return queried("select step || ' ' || coalesce(sis, '') || case when over_at is null then '' else ' over' end"
                + " from outage order by formed_at");
    }

    /** The id of the outage that lasts. */
    protected String outage() {
        return queried("select id from outage where over_at is null").get(0);
    }
}
