package no.synkvakt.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** In what order owners stand on the board. */
class OwnerTest {

    @Test
    void theWorstComesFirst_whateverItsName() {
        List<Owner> bestFirst = new ArrayList<>();
        for (Standing standing : Standing.values()) {
            bestFirst.add(0, owner("a".repeat(9 - bestFirst.size()), standing));
        }
        assertThat(Owner.worstFirst(bestFirst.stream()))
                .extracting(Owner::standing)
                .containsExactly(
                        Standing.ESCALATED,
                        Standing.OPEN,
                        Standing.ACKNOWLEDGED,
                        Standing.UNKNOWN,
                        Standing.RUNNING,
                        Standing.OK,
                        Standing.NEVER_SEEN);
    }

    @Test
    void doubleAIsTheLastLetter_andSwedishLettersAreTheirNorwegianSisters_inAnyCase() {
        assertThat(Owner.worstFirst(Stream.of(
                                "Aavik", "Ås", "Ørsta", "AASEN", "älv", "Ærfugl", "öst", "Øst", "ås", "ære", "zoo",
                                "Öland", "Älg", "Abel", "aa", "ØYER")
                        .map(name -> owner(name, Standing.OK))))
                .extracting(Owner::name)
                .containsExactly(
                        "Abel", "zoo", "Älg", "älv", "ære", "Ærfugl", "Öland", "Ørsta", "Øst", "öst", "ØYER", "aa",
                        "Ås", "ås", "AASEN", "Aavik");
    }

    @Test
    void thenNamesAsNorwegianSortsThem() {
        assertThat(Owner.worstFirst(
                        Stream.of("Ås", "Østre Toten", "Unjárga", "Ærøy", "Ål", "unjarga", "Alta", "Zz", "Åmot")
                                .map(name -> owner(name, Standing.OK))))
                .extracting(Owner::name)
                .containsExactly("Alta", "Unjárga", "unjarga", "Zz", "Ærøy", "Østre Toten", "Ål", "Åmot", "Ås");
    }

    private static Owner owner(String name, Standing standing) {
        return new Owner(name, name, null, standing, null, null, null, null, false, false);
    }
}
