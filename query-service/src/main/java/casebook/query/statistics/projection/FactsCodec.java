package casebook.query.statistics.projection;

import org.bson.Document;

/** How facts stand in a document. What is written is read back equal. */
interface FactsCodec<F> {

    /** Adds the facts' members to a document. */
    void write(F facts, Document document);

    F read(Document document);
}
