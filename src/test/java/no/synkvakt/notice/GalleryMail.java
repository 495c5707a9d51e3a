package no.synkvakt.notice;

import no.synkvakt.municipality.Language;

/** A mail of the gallery, laid out as it is sent. */
record GalleryMail(String name, NoticeKind kind, Language language, Letter letter) {

    String text() {
        return Layout.text(letter).render();
    }

    String html() {
        return Layout.html(letter).render();
    }

    /** As it is approved: what a reader reads, from the subject on. */
    String read() {
        return "==== " + name + "\n" + letter.subject() + "\n\n" + text();
    }

    /** Where the gallery has it, without the ending. */
    String path() {
        return language.tag() + "/" + kind + "-" + name;
    }
}
