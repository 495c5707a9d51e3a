package no.synkvakt.notice;

import static no.synkvakt.testing.MunicipalityFixture.lillestrom;
import static no.synkvakt.testing.MunicipalityFixture.owner;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import no.synkvakt.cycle.Cycle;
import no.synkvakt.municipality.Language;
import no.synkvakt.municipality.Municipality;
import no.synkvakt.playbook.Playbook;
import no.synkvakt.stall.Act;
import no.synkvakt.stall.Audience;
import no.synkvakt.stall.Stall;
import no.synkvakt.stall.StallState;
import no.synkvakt.stall.Verdict;
import no.synkvakt.testing.MunicipalityFixture;
import org.jspecify.annotations.Nullable;

/** Every kind of mail in one language, for every row of the playbook, from facts that never change. */
final class MailGallery {

    private static final String SUPPORT = "support@vendor.example";
    private static final Instant RAN_TASK = Instant.parse("2026-11-23T08:03:00+01:00");
    private static final Instant LATER = Instant.parse("2026-11-23T16:00:00+01:00");
    private static final MunicipalityFixture UNKNOWN_SERVERS =
            owner("unjarga.kommune.no", "Unjárga - Nesseby", "VISMA_FLYT");

    private final FactsWriter facts;
    private final Playbook playbook;
    private final Language language;
    private final List<GalleryMail> mails = new ArrayList<>();

    MailGallery(FactsWriter facts, Playbook playbook, Language language) {
        this.facts = facts;
        this.playbook = playbook;
        this.language = language;
    }

    List<GalleryMail> mails() {
        for (GalleryRow row : GalleryRow.ALL) {
            Scene scene = new Scene(row, lillestrom());
            scene.hang(NoticeKind.STALL, Role.ADMIN, "", MailGallery::nothing);
            scene.hang(NoticeKind.RESOLVED, Role.ADMIN, "", MailGallery::nothing);
            if (scene.isSelfService()) {
                new Scene(row, UNKNOWN_SERVERS).hang(NoticeKind.STALL, Role.ADMIN, "-elsewhere", MailGallery::nothing);
                scene.hang(NoticeKind.REMINDER, Role.ADMIN, "", MailGallery::nothing);
                scene.hang(NoticeKind.ESCALATION, Role.ADMIN, "-to-admin", MailGallery::handedOver);
                scene.hang(NoticeKind.ESCALATION, Role.SUPPORT, "", MailGallery::handedOver);
                scene.hang(NoticeKind.REMINDER, Role.SUPPORT, "-to-support", MailGallery::handedOver);
            } else {
                scene.hang(NoticeKind.ESCALATION, Role.SUPPORT, "", MailGallery::nothing);
                scene.hang(NoticeKind.REMINDER, Role.SUPPORT, "-to-support", MailGallery::nothing);
            }
        }
        special(new Scene(new GalleryRow("import-flyvo", "VISMA_FLYT", Verdict.NOT_STARTED), lillestrom()));
        Scene held = new Scene(new GalleryRow("synchronization", "VISMA_FLYT", Verdict.HELD), lillestrom());
        held.hang(NoticeKind.STALL, Role.ADMIN, "-with-support", MailGallery::isWithSupport);
        held.hang(NoticeKind.REMINDER, Role.SUPPORT, "-still-with-support", MailGallery::isWithSupport);
        held.hang(NoticeKind.STALL, Role.ADMIN, "-reported-done", MailGallery::isReportedDone);
        Scene missed = new Scene(new GalleryRow("import-flyvo", "VISMA_FLYT", Verdict.MISSED), lillestrom());
        missed.hang(NoticeKind.STALL, Role.ADMIN, "-reported-done", MailGallery::isReportedDone);
        missed.hang(NoticeKind.ESCALATION, Role.ADMIN, "-to-admin-not-helped", MailGallery::notHelped);
        missed.hang(NoticeKind.RESOLVED, Role.SUPPORT, "-to-support", MailGallery::notHelped);
        missed.replacing("Export AD").hang(NoticeKind.RESOLVED, Role.ADMIN, "-replaced", MailGallery::nothing);
        held.test();
        Scene shared = new Scene(new GalleryRow("import-visma-flyt", "VISMA_FLYT", Verdict.NOT_STARTED), lillestrom());
        shared.hang(NoticeKind.OUTAGE, Role.ADMIN, "", MailGallery::nothing);
        mails.addAll(OutageGallery.mails(language));
        mails.addAll(BlindGallery.mails(language, SUPPORT));
        mails.addAll(UnreachableGallery.mails(language, SUPPORT));
        return List.copyOf(mails);
    }

    private static void special(Scene scene) {
        scene.hang(NoticeKind.ESCALATION, Role.ADMIN, "-to-admin-not-helped", MailGallery::notHelped);
        scene.hang(NoticeKind.ESCALATION, Role.SUPPORT, "-not-helped", MailGallery::notHelped);
        scene.hang(NoticeKind.ESCALATION, Role.SUPPORT, "-help-wanted", MailGallery::helpWanted);
        scene.hang(NoticeKind.STALL, Role.ADMIN, "-help-wanted", MailGallery::helpWanted);
        scene.hang(NoticeKind.ESCALATION, Role.SUPPORT, "-taken-over", MailGallery::takenOver);
        scene.hang(NoticeKind.STALL, Role.ADMIN, "-taken-over", MailGallery::takenOver);
        scene.hang(NoticeKind.STALL, Role.ADMIN, "-reported-done", MailGallery::isReportedDone);
        scene.hang(NoticeKind.RESOLVED, Role.ADMIN, "-thanks", MailGallery::ranTask);
        scene.hang(NoticeKind.RESOLVED, Role.SUPPORT, "-to-support", MailGallery::notHelped);
        scene.replacing("Import Visma Flyt").hang(NoticeKind.STALL, Role.ADMIN, "-replacing", MailGallery::nothing);
        scene.replacing("Export AD").hang(NoticeKind.RESOLVED, Role.ADMIN, "-replaced", MailGallery::nothing);
    }

    private static void nothing(Stall stall) {}

    private static void isWithSupport(Stall stall) {
        stall.state = StallState.ESCALATED;
    }

    private static void ranTask(Stall stall) {
        stall.record(new Act(RAN_TASK, Act.Kind.ACKNOWLEDGED, Act.Side.ADMIN, "admin", null));
    }

    private static void isReportedDone(Stall stall) {
        ranTask(stall);
        stall.state = StallState.ACKNOWLEDGED;
        stall.dueAt = RAN_TASK.plus(Duration.ofHours(2));
    }

    private static void handedOver(Stall stall) {
        isWithSupport(stall);
        stall.record(Act.ofSynkvakt(LATER, Act.Kind.ESCALATED, null));
    }

    private static void notHelped(Stall stall) {
        ranTask(stall);
        handedOver(stall);
    }

    private static void helpWanted(Stall stall) {
        isWithSupport(stall);
        stall.record(new Act(LATER, Act.Kind.ESCALATED, Act.Side.ADMIN, "admin", "I cannot log on to the server"));
    }

    private static void takenOver(Stall stall) {
        isWithSupport(stall);
        stall.record(new Act(LATER, Act.Kind.ESCALATED, Act.Side.SUPPORT, "operator", null));
    }

    /** One row at one owner. */
    private final class Scene {

        private final GalleryRow row;
        private final Municipality municipality;
        private final Cycle cycle;
        private @Nullable String otherStep;

        Scene(GalleryRow row, MunicipalityFixture owner) {
            this.row = row;
            this.municipality = row.at(owner.withLanguage(language.tag()));
            this.cycle = row.cycle(municipality);
        }

        Scene replacing(String other) {
            otherStep = other;
            return this;
        }

        boolean isSelfService() {
            return row.stall(municipality, playbook).remedy.audience() == Audience.SELF_SERVICE;
        }

        void hang(NoticeKind kind, Role role, String variant, Consumer<Stall> acts) {
            Stall stall = row.stall(municipality, playbook);
            acts.accept(stall);
            Instant told = toldAt(stall);
            Facts alarm = facts.of(
                    new NoticeWriter.Telling(municipality, stall, cycle, otherStep, told, told, false),
                    role,
                    null,
                    language);
            add(kind, role, name() + variant, kind == NoticeKind.RESOLVED ? cleared(stall, alarm) : alarm);
        }

        private static Instant toldAt(Stall stall) {
            if (stall.acts.isEmpty()) {
                return GalleryRow.detected().plusSeconds(60);
            }
            return stall.state == StallState.ACKNOWLEDGED ? RAN_TASK : LATER;
        }

        void test() {
            add(NoticeKind.TEST, Role.ADMIN, "test", facts.ofOwner(municipality, null));
        }

        private Facts cleared(Stall stall, Facts alarm) {
            stall.resolve(Act.ofSynkvakt(LATER, Act.Kind.RESOLVED, null));
            return alarm.cleared(stall, facts.labelOf(stall), LATER, otherStep);
        }

        private String name() {
            String entry = row.stall(municipality, playbook).remedy.playbook();
            return entry.equals("unmatched") ? row.step() + "-unmatched" : entry;
        }

        private void add(NoticeKind kind, Role role, String name, Facts told) {
            Notice notice = new Notice();
            notice.kind = kind;
            notice.role = role;
            notice.language = language;
            notice.tells(told);
            String page = role == Role.ADMIN
                    ? "https://synkvakt.example/m/" + municipality.id() + "?t=TOKEN"
                    : "https://synkvakt.example/stalls/00000000-0000-4000-8000-000000000001";
            mails.add(new GalleryMail(name, kind, language, new LetterWriter(notice, SUPPORT, page).write()));
        }
    }
}
