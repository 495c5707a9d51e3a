package no.synkvakt.evaluation;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import no.synkvakt.SchoolOwners;
import no.synkvakt.municipality.Municipality;
import no.synkvakt.municipality.StepCatalogue;
import no.synkvakt.playbook.Playbook;
import no.synkvakt.playbook.ShippedPlaybook;
import no.synkvakt.stall.Audience;
import no.synkvakt.stall.CommonCause;
import no.synkvakt.stall.Verdict;
import no.synkvakt.testing.Shipped;

/** A school owner of the evaluation. {@code index} is its place among all, from 0. */
record Watched(int index, Municipality municipality, List<Place> places) {

    /**
     * One step of its chain.
     *
     * @param configured how long it may take by the catalogue
     * @param selfService the owner's own admin can set it going again, by the playbook
     * @param cause what a stall here can have in common with others'
     */
    record Place(String step, Duration configured, boolean selfService, CommonCause cause) {}

    static List<Watched> allOfNorway() {
        List<SchoolOwners.Owner> owners = SchoolOwners.ofNorway().all();
        StepCatalogue catalogue = Shipped.catalogue();
        Playbook playbook = ShippedPlaybook.playbook();
        return IntStream.range(0, owners.size())
                .mapToObj(index ->
                        of(index, Shipped.municipality(owners.get(index).fixture()), catalogue, playbook))
                .toList();
    }

    private static Watched of(int index, Municipality municipality, StepCatalogue catalogue, Playbook playbook) {
        List<Place> places = municipality.steps().stream()
                .map(id -> catalogue.find(id).orElseThrow())
                .map(step -> new Place(
                        step.id(),
                        step.expected(),
                        playbook.remedyFor(municipality, step.id(), Verdict.NOT_STARTED)
                                        .audience()
                                == Audience.SELF_SERVICE,
                        CommonCause.of(municipality, step.id(), step.direction())))
                .toList();
        return new Watched(index, municipality, places);
    }
}
