package no.synkvakt.notice;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.synkvakt.municipality.Language;
import no.synkvakt.municipality.Step;
import no.synkvakt.municipality.StepCatalogue;
import no.synkvakt.playbook.Playbook;
import no.synkvakt.testing.Browser;
import no.synkvakt.testing.Engine;
import no.synkvakt.testing.FlowTest;
import no.synkvakt.testing.MunicipalityFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every mail, as somebody has read and approved it: each kind, in each language, for each row of the playbook. All of it is
 * written to {@code target/gallery} to be looked at, and with {@code -Dgallery}, where there is a browser, as pictures on a phone.
 */
@QuarkusTest
class MailGalleryTest extends FlowTest {

    private static final Path GALLERY = Path.of("target", "gallery");
    private static final Path APPROVED = Path.of("src", "test", "resources", "approved");
    /** A mail is shown within the page of a mail client, which has the landmarks. */
    private static final Pattern OF_A_WHOLE_PAGE = Pattern.compile("landmark-one-main|region");

    private static final boolean PICTURES = System.getProperty("gallery") != null;

    /** Written once: no test changes them. */
    private static final Map<Language, List<GalleryMail>> MAILS = new EnumMap<>(Language.class);

    @Inject
    FactsWriter facts;

    @Inject
    Playbook playbook;

    @Inject
    StepCatalogue catalogue;

    @BeforeEach
    void theMailsAreWritten() {
        if (MAILS.isEmpty()) {
            threeNightsGoWell();
            for (Language language : Language.values()) {
                MAILS.put(language, new MailGallery(facts, playbook, language).mails());
            }
        }
    }

    /** At Lillestrøm each step has taken twelve minutes three times, so that it is known what is usual. */
    private void threeNightsGoWell() {
        List<String> all = catalogue.steps().stream().map(Step::id).toList();
        MunicipalityFixture owner = lillestrom().with("steps", all);
        watched(owner);
        for (String night : List.of("2026-11-20", "2026-11-21", "2026-11-22")) {
            clock.advance(Duration.ofDays(-3));
            Engine engine = engineOf(owner).inCycle(night).startsCycle();
            for (String step : all) {
                clock.advance(Duration.ofMinutes(12));
                engine.completes(step);
            }
        }
    }

    @Test
    void theGalleryHasEveryRowOfThePlaybook() {
        Set<String> rows = GalleryRow.ALL.stream()
                .map(row -> row.stall(row.at(lillestrom()), playbook).remedy.playbook())
                .collect(Collectors.toSet());
        assertThat(rows).hasSize(playbook.size() + 1).contains("unmatched");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyMailReadsAsItWasApproved(Language language) throws IOException {
        List<GalleryMail> mails = written(language);
        assertThat(mails).extracting(GalleryMail::path).doesNotHaveDuplicates();
        for (GalleryMail mail : mails) {
            write(GALLERY.resolve(mail.path() + ".html"), mail.html());
            write(GALLERY.resolve(mail.path() + ".txt"), mail.letter().subject() + "\n\n" + mail.text());
        }
        Map<NoticeKind, String> read = mails.stream()
                .collect(Collectors.groupingBy(
                        GalleryMail::kind,
                        () -> new EnumMap<>(NoticeKind.class),
                        Collectors.mapping(GalleryMail::read, Collectors.joining("\n"))));
        for (Map.Entry<NoticeKind, String> kind : read.entrySet()) {
            compare(APPROVED.resolve(kind.getKey() + "-" + language.tag() + ".txt"), kind.getValue());
        }
    }

    @Test
    void anIndexLeadsToAllOfThem() throws IOException {
        String links = Arrays.stream(Language.values())
                .flatMap(language -> written(language).stream())
                .map(mail -> "<li><a href=\"%1$s.html\">%1$s</a> (<a href=\"%1$s.txt\">text</a>): %2$s</li>\n"
                        .formatted(mail.path(), mail.letter().subject()))
                .collect(Collectors.joining());
        write(
                GALLERY.resolve("index.html"),
                "<!DOCTYPE html>\n<html lang=\"en\"><meta charset=\"utf-8\"><title>Mails</title><ul>\n" + links
                        + "</ul></html>\n");
        assertThat(GALLERY.resolve("index.html")).content().contains("nb/STALL-import-flyvo.html", "en/TEST-test.txt");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void onAPhoneEveryMailFitsTheScreen(Language language) {
        try (Browser browser = Browser.wanted().wide(390).open()) {
            for (GalleryMail mail : written(language)) {
                browser.page().setContent(mail.html());
                assertThat(browser.overflows()).as(mail.path()).isFalse();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void eachKindShutsNobodyOut_inLightAndDark(Language language) {
        look(oneOfAKind(language), Browser.wanted().wide(390), "-light.png");
        look(oneOfAKind(language), Browser.wanted().wide(390).dark(), "-dark.png");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    @EnabledIfSystemProperty(named = "gallery", matches = ".*", disabledReason = "all mails as pictures: -Dgallery")
    void noMailShutsAnybodyOut(Language language) {
        look(written(language), Browser.wanted().wide(390), "-light.png");
    }

    /** Colours are by kind and recipient, so that what is true of one such mail is of the others. */
    private static Collection<GalleryMail> oneOfAKind(Language language) {
        Map<String, GalleryMail> oneOfAKind = new LinkedHashMap<>();
        for (GalleryMail mail : written(language)) {
            oneOfAKind.putIfAbsent(mail.kind() + " " + mail.letter().tone(), mail);
        }
        return oneOfAKind.values();
    }

    private static void look(Collection<GalleryMail> mails, Browser.Wanted phone, String ending) {
        try (Browser browser = phone.open()) {
            for (GalleryMail mail : mails) {
                browser.page().setContent(mail.html());
                Path picture = GALLERY.resolve(mail.path() + ending);
                if (PICTURES) {
                    browser.page()
                            .screenshot(new Page.ScreenshotOptions()
                                    .setFullPage(true)
                                    .setPath(picture));
                }
                assertThat(browser.barriers())
                        .as(picture.toString())
                        .allMatch(barrier -> OF_A_WHOLE_PAGE.matcher(barrier).lookingAt());
            }
        }
    }

    private static List<GalleryMail> written(Language language) {
        return Objects.requireNonNull(MAILS.get(language));
    }

    private static void compare(Path approved, String read) throws IOException {
        if (Boolean.getBoolean("approve")) {
            write(approved, read);
        }
        assertThat(Files.exists(approved) ? Files.readString(approved) : "")
                .as(
                        "%s. If the mails are to read as they do now, run mvn -B test -Dtest=MailGalleryTest"
                                + " -Dapprove=true and look at the diff",
                        approved)
                .isEqualTo(read);
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
