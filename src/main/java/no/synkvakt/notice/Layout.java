package no.synkvakt.notice;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Lays a letter out. */
@CheckedTemplate(basePath = "mail")
final class Layout {

    private Layout() {}

    static native TemplateInstance text(Letter letter);

    static native TemplateInstance html(Letter letter);
}
