package casebook.query.audit.bundle;

import org.springframework.web.util.HtmlUtils;

/** The timeline as one HTML page that needs nothing else. */
final class TimelineHtml {

    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="vi">
            <head>
            <meta charset="utf-8">
            <title>%s</title>
            <style>
            body { font: 15px/1.45 sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #111; }
            h1 span, p span { display: block; }
            [lang=en] { color: #555; font-weight: normal; }
            table { border-collapse: collapse; margin: .4rem 0; }
            th, td { text-align: left; vertical-align: top; padding: .15rem .8rem .15rem 0; font-weight: normal; overflow-wrap: anywhere; }
            th { color: #555; }
            article { border-top: 1px solid #bbb; padding: .6rem 0; break-inside: avoid; }
            h2 { font-size: 1rem; margin: 0; }
            </style>
            </head>
            <body>
            """;

    private final StringBuilder html = new StringBuilder();

    private TimelineHtml() {}

    static String of(Timeline timeline) {
        var page = new TimelineHtml();
        page.add(HEAD, timeline.title().joined());
        page.both("h1", timeline.title());
        page.html.append("<table>\n");
        timeline.facts().forEach(fact -> page.row(fact.label(), fact.value()));
        page.html.append("</table>\n");
        page.both("p", timeline.note());
        timeline.entries().forEach(page::entry);
        return page.html.append("</body>\n</html>\n").toString();
    }

    private void entry(Timeline.Entry entry) {
        add("<article>\n<h2>%s</h2>\n<div>%s</div>\n", entry.heading(), entry.by());
        both("p", entry.text());
        if (!entry.changes().isEmpty()) {
            html.append("<table>\n");
            entry.changes().forEach(change -> row(change.name(), change.values()));
            html.append("</table>\n");
        }
        html.append("</article>\n");
    }

    private void row(Bilingual label, String value) {
        add("<tr><th>%s</th><td>%s</td></tr>\n", label.joined(), value);
    }

    private void both(String element, Bilingual words) {
        add("<" + element + "><span>%s</span>", words.vietnamese());
        if (!words.isOneWord()) {
            add("<span lang=\"en\">%s</span>", words.english());
        }
        html.append("</").append(element).append(">\n");
    }

    /** @param form with a place for each text */
    private void add(String form, String... texts) {
        var rest = form;
        for (var text : texts) {
            var place = rest.indexOf("%s");
            html.append(rest, 0, place).append(HtmlUtils.htmlEscape(text, "UTF-8"));
            rest = rest.substring(place + 2);
        }
        html.append(rest);
    }
}
