package no.synkvakt.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import no.synkvakt.municipality.Language;
import no.synkvakt.municipality.Sis;
import no.synkvakt.stall.Verdict;
import no.synkvakt.testing.FlowTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** However many an outage affects, its mail can be read to the end. */
@QuarkusTest
class OutageLetterTest extends FlowTest {

    private static final Instant NIGHT = Instant.parse("2026-11-23T03:12:00+01:00");

    @Test
    void asManyAsFiveHundredAreListed() {
        assertThat(letter(500, Sis.VISMA_FLYT).details()).hasSize(500).last().satisfies(last -> assertThat(last.label())
                .isEqualTo("Owner 500 (owner-500.example)"));
    }

    @Test
    void ofMoreTheRestIsCounted_andThePageHasThem() {
        Letter letter = letter(513, Sis.VISMA_FLYT);
        assertThat(letter.details())
                .hasSize(501)
                .last()
                .isEqualTo(new Letter.Detail("and 13 more", letter.pageLabel()));
        assertThat(letter.subject()).contains("513 school owners");
    }

    @Test
    void theSystemIsNamedWhereItTellsApart() {
        assertThat(letter(3, Sis.VISMA_FLYT).subject())
                .isEqualTo("Import Visma Flyt (Visma Flyt Skole) has stalled at 3 school owners");
        assertThat(letter(3, null).subject()).isEqualTo("Import Visma Flyt has stalled at 3 school owners");
    }

    private static Letter letter(int owners, @Nullable Sis sis) {
        Notice notice = new Notice();
        notice.kind = NoticeKind.OUTAGE;
        notice.role = Role.SUPPORT;
        notice.language = Language.EN;
        List<Facts.Affected> affected = IntStream.rangeClosed(1, owners)
                .mapToObj(number -> new Facts.Affected(
                        "owner-" + number + ".example", "Owner " + number, Verdict.NOT_STARTED, NIGHT))
                .toList();
        notice.tells(Facts.of(new Facts.Common(UUID.randomUUID(), "Import Visma Flyt", sis, NIGHT, null, affected)));
        return LetterWriter.write(notice, "support@vendor.example", "https://synkvakt.example/outages/1");
    }
}
